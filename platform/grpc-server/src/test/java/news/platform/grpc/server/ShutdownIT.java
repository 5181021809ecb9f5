package news.platform.grpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.platform.probe.v1.ProbeRequest;
import news.platform.probe.v1.ProbeServiceGrpc;
import news.platform.test.grpc.TestCertificates;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

class ShutdownIT {
    @Test
    void finishesACallThatIsUnderWayBeforeItStops() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(ProbeServer.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.application.name=probe-service",
                        "spring.grpc.server.port=0",
                        "spring.grpc.server.shutdown.grace-period=20s")
                .run();
        context.getBean(ProbeServer.Probe.class).behaviour = request -> {
            entered.countDown();
            return await(release);
        };
        ManagedChannel channel = Grpc.newChannelBuilderForAddress(
                        "127.0.0.1",
                        context.getBean(GrpcServerLifecycle.class).getPort(),
                        TestCertificates.client(TestCertificates.of("gateway")))
                .overrideAuthority("probe-service")
                .build();

        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> ProbeServiceGrpc.newBlockingStub(channel)
                .getPublic(ProbeRequest.getDefaultInstance())
                .getText());
        assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(context::close);
        release.countDown();

        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("finished");
        stopped.get(20, TimeUnit.SECONDS);
        channel.shutdownNow();
    }

    private static String await(CountDownLatch release) {
        try {
            return release.await(15, TimeUnit.SECONDS) ? "finished" : "given up";
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }
}
