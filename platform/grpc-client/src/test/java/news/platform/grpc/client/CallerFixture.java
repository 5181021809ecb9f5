package news.platform.grpc.client;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import news.platform.error.ErrorDetails;
import news.platform.error.ErrorStatuses;
import news.platform.policy.Policies;
import news.platform.probe.v1.ProbeRequest;
import news.platform.probe.v1.ProbeServiceGrpc;
import news.platform.probe.v1.ProbeServiceGrpc.ProbeServiceBlockingStub;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.client.GrpcChannelFactory;

/** A caller with channels as Spring makes them, and the real server that it calls. */
abstract class CallerFixture {
    static final ProbeRequest EMPTY = ProbeRequest.getDefaultInstance();
    static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    final Callee callee = new Callee();
    final ConfigurableApplicationContext context = new SpringApplicationBuilder(CallerApplication.class)
            .web(WebApplicationType.NONE)
            .properties(
                    "spring.grpc.client.channel.probe.target=dns:///127.0.0.1:" + callee.port(),
                    "spring.grpc.client.channel.probe.ssl.bundle=identity",
                    "news.grpc.client.minimum-calls=4",
                    "news.grpc.client.retry-budget=2",
                    "news.grpc.client.open-time=300ms",
                    "news.grpc.client.reconnect-interval=100ms")
            .run();
    final ProbeServiceBlockingStub stub = ProbeServiceGrpc.newBlockingStub(
            context.getBean(GrpcChannelFactory.class).createChannel("probe"));

    @BeforeEach
    void connect() {
        stub.withDeadlineAfter(20, TimeUnit.SECONDS).watch(EMPTY).next();
        callee.calls.set(0);
    }

    @AfterEach
    void close() throws InterruptedException {
        // first: an application that ends waits for streams that are open
        callee.stop();
        context.close();
    }

    void override(String field, String value) {
        override(Map.of(field, value));
    }

    void override(String field, String value, String otherField, String otherValue) {
        override(Map.of(field, value, otherField, otherValue));
    }

    private void override(Map<String, String> fields) {
        context.getBean(Policies.class).override(Map.of("news.platform.probe.v1.ProbeService/GetPublic", fields));
    }

    CompletableFuture<Void> getPublicLater() {
        return CompletableFuture.runAsync(
                () -> stub.withDeadlineAfter(20, TimeUnit.SECONDS).getPublic(EMPTY), THREADS);
    }

    double counter(String name) {
        return context.getBean(MeterRegistry.class).get(name).counter().count();
    }

    @Nullable
    String header(String name) {
        return callee.headers.get().get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
    }

    static ErrorDetails refusal(ThrowingCallable call) {
        return ErrorStatuses.read(catchThrowableOfType(StatusRuntimeException.class, call));
    }

    static void hold(CountDownLatch latch) {
        try {
            latch.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
