package news.platform.thirdparty.price.vendor.stream;

import java.util.Set;
import news.platform.thirdparty.fetch.Fetcher;
import news.platform.thirdparty.price.vendor.VendorProtocol;

/** Against a gRPC server. */
class GrpcVendorTest extends StreamVendorContract {
    private final StreamStandIn standIn = new GrpcStandIn();

    @Override
    StreamStandIn standIn() {
        return standIn;
    }

    @Override
    protected VendorProtocol protocol(Fetcher fetcher) {
        return new StreamProtocol(Set.of("grpc"), new GrpcConnector(fetcher));
    }
}
