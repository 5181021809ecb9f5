package news.platform.grpc.server;

import static news.platform.grpc.server.ServerFixture.EMPTY;
import static news.platform.grpc.server.ServerFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.error.v1.PlatformReason;
import news.platform.probe.v1.ProbeServiceGrpc;
import news.platform.probe.v1.ProbeServiceGrpc.ProbeServiceBlockingStub;
import news.platform.test.grpc.TestCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/** A server that calls itself before it says that it is ready. */
class WarmUpIT {
    private final List<ManagedChannel> connections = new ArrayList<>();
    private final AtomicReference<ConfigurableApplicationContext> server = new AtomicReference<>();

    @AfterEach
    void close() {
        connections.forEach(ManagedChannel::shutdownNow);
        server.get().close();
    }

    @Test
    void callsWhatAnybodyMayReadBeforeItIsReady() {
        List<String> calls = new CopyOnWriteArrayList<>();

        start("30s", request -> {
            calls.add(String.join(
                    " ",
                    CallState.current().orElseThrow().method(),
                    CallMetadata.service().orElse("gateway"),
                    readiness().name()));
            throw new ProbeServer.DatabaseAway();
        });

        String method = "news.platform.probe.v1.ProbeService/";
        assertThat(calls)
                .containsExactlyInAnyOrder(
                        method + "GetPublic probe REFUSING_TRAFFIC", method + "GetOptional probe REFUSING_TRAFFIC");
        assertThat(readiness()).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Test
    void letsNobodyElseInMeanwhileAndItselfNotAfterwards() {
        List<Throwable> wrong = Collections.synchronizedList(new ArrayList<>());
        List<String> tried = new CopyOnWriteArrayList<>();

        start("30s", request -> {
            try {
                assertRefused(PlatformReason.SERVICE_NOT_ALLOWED, () -> from("user-service")
                        .getPublic(EMPTY));
                assertRefused(PlatformReason.SERVICE_NOT_ALLOWED, () -> from("probe-service")
                        .changeDefault(EMPTY));
                assertRefused(PlatformReason.SERVICE_NOT_ALLOWED, () -> from("probe-service")
                        .getInternal(EMPTY));
            } catch (Throwable e) {
                wrong.add(e);
            }
            tried.add("all");
            return "fine";
        });

        assertThat(tried).isNotEmpty();
        assertThat(wrong).isEmpty();
        assertRefused(
                PlatformReason.SERVICE_NOT_ALLOWED, () -> from("probe-service").getPublic(EMPTY));
    }

    @Test
    void isReadyThoughAMethodHangs() {
        CountDownLatch release = new CountDownLatch(1);

        try {
            start("300ms", request -> await(release));

            assertThat(release.getCount()).isEqualTo(1);
            assertThat(readiness()).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
        } finally {
            release.countDown();
        }
    }

    private void start(String limit, ProbeServer.Behaviour behaviour) {
        // told when the server listens and no runner has run
        ApplicationListener<ApplicationStartedEvent> listening = event -> {
            server.set(event.getApplicationContext());
            event.getApplicationContext().getBean(ProbeServer.Probe.class).behaviour = behaviour;
        };
        new SpringApplicationBuilder(ProbeServer.class)
                .web(WebApplicationType.NONE)
                .listeners(listening)
                .properties(
                        "spring.application.name=probe-service",
                        "spring.grpc.server.port=0",
                        "news.grpc.server.warm-up.enabled=true",
                        "news.grpc.server.warm-up.limit=" + limit)
                .run();
    }

    private ReadinessState readiness() {
        return server.get().getBean(ApplicationAvailability.class).getReadinessState();
    }

    private synchronized ProbeServiceBlockingStub from(String name) {
        ManagedChannel connection = Grpc.newChannelBuilderForAddress(
                        "127.0.0.1",
                        server.get().getBean(GrpcServerLifecycle.class).getPort(),
                        TestCertificates.client(TestCertificates.of(name)))
                .overrideAuthority("probe-service")
                .build();
        connections.add(connection);
        return ProbeServiceGrpc.newBlockingStub(connection).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    private static String await(CountDownLatch release) {
        try {
            return release.await(30, TimeUnit.SECONDS) ? "finished" : "given up";
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }
}
