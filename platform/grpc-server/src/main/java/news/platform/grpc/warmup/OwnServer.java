package news.platform.grpc.warmup;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.MetadataUtils;
import java.net.InetAddress;
import java.util.Optional;
import news.platform.identity.IdentityAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.core.env.Environment;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/** This process's gRPC server, as others reach it: by its port, with the certificate that it shows others itself. */
final class OwnServer {
    private static final Metadata.Key<String> TRACE = Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);
    /** Not to be recorded, says its last part. */
    private static final String UNTRACED = "00-" + "1".repeat(32) + "-" + "1".repeat(16) + "-00";

    private final ObjectProvider<GrpcServerLifecycle> servers;
    private final SslBundles bundles;
    private final Environment environment;

    OwnServer(ObjectProvider<GrpcServerLifecycle> servers, SslBundles bundles, Environment environment) {
        this.servers = servers;
        this.bundles = bundles;
        this.environment = environment;
    }

    /** A connection for the caller to close; empty where nothing listens. */
    Optional<ManagedChannel> connect() {
        return servers.stream()
                .map(GrpcServerLifecycle::getPort)
                .filter(port -> port > 0)
                .findFirst()
                .map(this::connect);
    }

    private ManagedChannel connect(int port) {
        SslManagerBundle identity =
                bundles.getBundle(IdentityAutoConfiguration.BUNDLE).getManagers();
        var credentials = TlsChannelCredentials.newBuilder()
                .keyManager(identity.getKeyManagers())
                .trustManager(identity.getTrustManagers())
                .build();
        var headers = new Metadata();
        headers.put(TRACE, UNTRACED);
        return Grpc.newChannelBuilderForAddress(address().getHostAddress(), port, credentials)
                .overrideAuthority(environment.getProperty("spring.application.name", "application"))
                .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
                .build();
    }

    /** The address that it listens on; where that is every one, the machine's own. */
    private InetAddress address() {
        InetAddress address = environment.getProperty("spring.grpc.server.address", InetAddress.class);
        return address == null || address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    }
}
