package news.platform.test;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.netty.pkitesting.X509Bundle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import news.platform.test.grpc.TestCertificates;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;

/**
 * The gRPC server of a {@link PlatformTest}, of which it is a bean, called over the network; the module under test has
 * {@code spring-boot-starter-grpc-server-test}, which tells the port. It is the gateway that calls, by its certificate,
 * unless the test says otherwise. Calls carry only what the test says, none of the platform's client interceptors.
 * Thread-safe.
 */
public final class TestCallee implements DisposableBean {
    private final Environment environment;
    private final Map<Connection, ManagedChannel> connections = new ConcurrentHashMap<>();
    private final X509Bundle gateway = TestCertificates.of("gateway");

    TestCallee(Environment environment) {
        this.environment = environment;
    }

    /** Without token and metadata. */
    public Channel anonymous() {
        return from(gateway);
    }

    /** With an access token, as {@link TestTokens} makes them. */
    public Channel as(String token) {
        return with(Map.of("authorization", "Bearer " + token));
    }

    /** With metadata: lower-case ASCII keys, {@code authorization} and {@code idempotency-key} among them. */
    public Channel with(Map<String, String> metadata) {
        var headers = new Metadata();
        metadata.forEach((key, value) -> headers.put(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER), value));
        return ClientInterceptors.intercept(from(gateway), MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    /** Without token and metadata, by whoever has this certificate of {@link TestCertificates}. */
    public Channel from(X509Bundle certificate) {
        int port = environment.getRequiredProperty("local.grpc.server.port", Integer.class);
        return connections.computeIfAbsent(new Connection(certificate, port), this::connected);
    }

    @Override
    public void destroy() {
        connections.values().forEach(ManagedChannel::shutdownNow);
    }

    private ManagedChannel connected(Connection connection) {
        return Grpc.newChannelBuilderForAddress(
                        "127.0.0.1", connection.port(), TestCertificates.client(connection.certificate()))
                .overrideAuthority(environment.getRequiredProperty("spring.application.name"))
                .build();
    }

    /** @param port another one when the context was paused for that of another test, and goes on */
    private record Connection(X509Bundle certificate, int port) {}
}
