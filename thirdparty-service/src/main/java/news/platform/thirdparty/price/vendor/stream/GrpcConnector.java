package news.platform.thirdparty.price.vendor.stream;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import news.platform.thirdparty.fetch.Fetcher;
import news.platform.thirdparty.price.vendor.VendorProperties;

/** Calls vendors by gRPC, at public addresses alone. */
final class GrpcConnector implements Connector {
    private static final int MOST_BYTES = 1_000_000;
    /** More often than each five minutes servers take for an attack, unless they are told otherwise. */
    private static final int PING_MINUTES = 6;

    private final Fetcher fetcher;

    GrpcConnector(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public Connection connect(VendorProperties vendor, Inbox inbox) throws IOException {
        boolean secure = vendor.scheme().equals("grpcs");
        WebSocketConnector.requirePublic(fetcher, vendor.url(), secure);
        var credentials = secure ? TlsChannelCredentials.create() : InsecureChannelCredentials.create();
        var channel = Grpc.newChannelBuilder("dns:///" + vendor.url().getRawAuthority(), credentials)
                .maxInboundMessageSize(MOST_BYTES)
                // the library's own ping, without which a connection that is dead is not noticed
                .keepAliveTime(PING_MINUTES, TimeUnit.MINUTES)
                .disableRetry()
                .build();
        return new PriceStreamClient(channel, vendor.token(), inbox);
    }
}
