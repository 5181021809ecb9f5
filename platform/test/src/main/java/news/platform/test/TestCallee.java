package news.platform.test;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;

/**
 * Channels over the network to the gRPC server of a {@link PlatformTest}, of which it is a bean; the module under test has
 * {@code spring-boot-starter-grpc-server-test}, which tells the port. They carry only what the
 * test says, none of the platform's client interceptors. Thread-safe.
 */
public final class TestCallee implements DisposableBean {
    private final Environment environment;
    private @Nullable ManagedChannel channel;

    TestCallee(Environment environment) {
        this.environment = environment;
    }

    /** Without token and metadata. */
    public Channel anonymous() {
        return connected();
    }

    /** With an access token, as {@link TestTokens} makes them. */
    public Channel as(String token) {
        return with(Map.of("authorization", "Bearer " + token));
    }

    /** With metadata: lower-case ASCII keys, {@code authorization} and {@code idempotency-key} among them. */
    public Channel with(Map<String, String> metadata) {
        var headers = new Metadata();
        metadata.forEach((key, value) -> headers.put(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER), value));
        return ClientInterceptors.intercept(connected(), MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    @Override
    public void destroy() {
        if (channel != null) {
            channel.shutdownNow();
        }
    }

    private synchronized ManagedChannel connected() {
        if (channel == null) {
            int port = environment.getRequiredProperty("local.grpc.server.port", Integer.class);
            channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                    .usePlaintext()
                    .build();
        }
        return channel;
    }
}
