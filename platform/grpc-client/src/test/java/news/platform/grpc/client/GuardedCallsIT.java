package news.platform.grpc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import news.platform.error.DomainException;
import news.platform.error.ErrorDetails;
import news.platform.error.ErrorStatuses;
import news.platform.error.PlatformReason;
import news.platform.policy.Policies;
import news.platform.probe.v1.ProbeRequest;
import news.platform.probe.v1.ProbeServiceGrpc;
import news.platform.probe.v1.ProbeServiceGrpc.ProbeServiceBlockingStub;
import news.platform.security.CallOrigin;
import news.platform.security.Caller;
import news.platform.security.Callers;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.client.GrpcChannelFactory;

class GuardedCallsIT {
    private static final ProbeRequest EMPTY = ProbeRequest.getDefaultInstance();
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final Callee callee = new Callee();
    private final ConfigurableApplicationContext context = new SpringApplicationBuilder(CallerApplication.class)
            .web(WebApplicationType.NONE)
            .properties(
                    "spring.grpc.client.channel.probe.target=dns:///127.0.0.1:" + callee.port(),
                    "news.grpc.client.minimum-calls=4",
                    "news.grpc.client.retry-budget=2",
                    "news.grpc.client.open-time=300ms",
                    "news.grpc.client.reconnect-interval=100ms")
            .run();
    private final ProbeServiceBlockingStub stub = ProbeServiceGrpc.newBlockingStub(
            context.getBean(GrpcChannelFactory.class).createChannel("probe"));

    @BeforeEach
    void connect() {
        stub.withDeadlineAfter(20, TimeUnit.SECONDS).watch(EMPTY).next();
        callee.calls.set(0);
    }

    @AfterEach
    void close() throws InterruptedException {
        context.close();
        callee.stop();
    }

    @Test
    void passesOnWhoCallsAndFromWhere() throws Exception {
        Caller caller = new Caller("u1", "s1", Set.of(), Instant.MAX, "the-token");
        CallOrigin origin = new CallOrigin(Optional.of("192.0.2.7"), Optional.of("Probe/1"));

        Context.current()
                .withValues(Callers.KEY, caller, CallOrigin.KEY, origin)
                .call(() -> stub.getPublic(EMPTY));

        assertThat(header("authorization")).isEqualTo("Bearer the-token");
        assertThat(header("x-client-address")).isEqualTo("192.0.2.7");
        assertThat(header("x-client-user-agent")).isEqualTo("Probe/1");
    }

    @Test
    void callsAnonymouslyWhenNobodyCalls() {
        stub.getPublic(EMPTY);

        assertThat(header("authorization")).isNull();
    }

    @Test
    void waitsNoLongerThanThePolicyAllowsOrTheCaller() {
        AtomicLong left = new AtomicLong();
        callee.behaviour = () -> {
            left.set(Callee.millisLeft());
            return Status.OK;
        };

        stub.changeDefault(EMPTY);
        assertThat(left.get()).isBetween(0L, 2000L);
        stub.withDeadlineAfter(20, TimeUnit.SECONDS).changeDefault(EMPTY);
        assertThat(left.get()).isBetween(0L, 2000L);
        stub.withDeadlineAfter(1, TimeUnit.SECONDS).changeDefault(EMPTY);
        assertThat(left.get()).isBetween(0L, 1000L);
        stub.watch(EMPTY).next();
        assertThat(left.get()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void refusesMoreCallsAtOnceThanThePolicyAllowsAndHarmsNoOtherMethod() throws Exception {
        override("deadline", "20s");
        CountDownLatch release = new CountDownLatch(1);
        callee.behaviour = () -> {
            hold(release);
            return Status.OK;
        };
        CompletableFuture<?>[] underWay = {getPublicLater(), getPublicLater(), getPublicLater()};
        await().until(() -> callee.calls.get() == 3);

        ErrorDetails refusal = refusal(() -> stub.getPublic(EMPTY));

        assertThat(refusal.reason()).isEqualTo(PlatformReason.OVERLOADED.name());
        assertThat(refusal.retryAfter()).isPresent();
        assertThat(callee.calls).hasValue(3);
        release.countDown();
        CompletableFuture.allOf(underWay).get(10, TimeUnit.SECONDS);
        stub.getOptional(EMPTY);
        stub.withDeadlineAfter(20, TimeUnit.SECONDS).getPublic(EMPTY);
        assertThat(counter("news.grpc.client.refused")).isEqualTo(1);
    }

    @Test
    void followsAnOverrideOfHowManyCallsThereMayBe() throws Exception {
        stub.getPublic(EMPTY);
        context.getBean(Policies.class)
                .override(Map.of(
                        "news.platform.probe.v1.ProbeService/GetPublic",
                        Map.of("max-concurrent", "1", "deadline", "20s")));
        CountDownLatch release = new CountDownLatch(1);
        callee.behaviour = () -> {
            hold(release);
            return Status.OK;
        };
        CompletableFuture<?> underWay = getPublicLater();
        await().until(() -> callee.calls.get() == 2);

        assertThat(refusal(() -> stub.getPublic(EMPTY)).reason()).isEqualTo("OVERLOADED");
        release.countDown();
        underWay.get(10, TimeUnit.SECONDS);
    }

    @Test
    void stopsAskingACalleeThatIsIllAndAsksAgainLater() {
        callee.behaviour = () -> Status.INTERNAL;
        for (int i = 0; i < 4; i++) {
            assertThat(refusal(() -> stub.changeDefault(EMPTY)).code()).isEqualTo(Status.Code.INTERNAL);
        }

        ErrorDetails refusal = refusal(() -> stub.changeDefault(EMPTY));

        assertThat(refusal.reason()).isEqualTo(PlatformReason.CALLEE_DOWN.name());
        assertThat(refusal.retryAfter()).contains(Duration.ofMillis(300));
        assertThat(callee.calls).hasValue(4);
        callee.behaviour = () -> Status.OK;
        assertThat(stub.getOptional(EMPTY).getText()).isEqualTo("fine");
        await().ignoreExceptions()
                .until(() -> stub.changeDefault(EMPTY).getText().equals("fine"));
    }

    @Test
    void takesARefusalAsASignOfLife() {
        for (Status status : new Status[] {Status.NOT_FOUND, Status.INVALID_ARGUMENT, Status.UNAUTHENTICATED}) {
            callee.behaviour = () -> status;
            for (int i = 0; i < 10; i++) {
                assertThat(refusal(() -> stub.changeDefault(EMPTY)).code()).isEqualTo(status.getCode());
            }
        }

        StatusRuntimeException defect = ErrorStatuses.toStatus(
                new DomainException(PlatformReason.INTERNAL, "A defect of one request."), "probe-service");
        callee.behaviour = () -> {
            throw defect;
        };
        for (int i = 0; i < 10; i++) {
            assertThat(refusal(() -> stub.changeDefault(EMPTY)).code()).isEqualTo(Status.Code.INTERNAL);
        }

        assertThat(callee.calls).hasValue(40);
        callee.behaviour = () -> Status.OK;
        assertThat(stub.changeDefault(EMPTY).getText()).isEqualTo("fine");
    }

    @Test
    void sendsAReadAgainWhenTheConnectionFailed() {
        AtomicInteger attempts = new AtomicInteger();
        callee.behaviour = () -> attempts.incrementAndGet() == 1 ? Status.UNAVAILABLE : Status.OK;

        assertThat(stub.getPublic(EMPTY).getText()).isEqualTo("fine");
        assertThat(callee.calls).hasValue(2);
        assertThat(counter("news.grpc.client.retries")).isEqualTo(1);
    }

    @Test
    void sendsNothingAgainThatChangesSomething() {
        callee.behaviour = () -> Status.UNAVAILABLE;

        assertThat(refusal(() -> stub.changeDefault(EMPTY)).code()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(callee.calls).hasValue(1);
    }

    @Test
    void sendsNothingAgainThatTheCalleeItselfRefused() {
        StatusRuntimeException refusal = ErrorStatuses.toStatus(
                new DomainException(PlatformReason.OVERLOADED, "Later.").retryAfter(Duration.ofSeconds(1)), "probe");
        callee.behaviour = () -> {
            throw refusal;
        };

        assertThat(refusal(() -> stub.getPublic(EMPTY)).reason()).isEqualTo("OVERLOADED");
        assertThat(callee.calls).hasValue(1);
    }

    @Test
    void spendsNoMoreRetriesThanItsBudget() {
        callee.behaviour = () -> Status.UNAVAILABLE;

        refusal(() -> stub.getOptional(EMPTY));
        refusal(() -> stub.getOptional(EMPTY));
        refusal(() -> stub.getOptional(EMPTY));

        assertThat(callee.calls.get()).isLessThanOrEqualTo(5);
    }

    @Test
    void findsACalleeAgainWithinSecondsOfItsRestart() throws Exception {
        callee.stop();
        for (int i = 0; i < 20; i++) {
            assertThat(refusal(() -> stub.getPublic(EMPTY)).httpStatus()).isEqualTo(503);
        }

        callee.startAgain();

        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> stub.getPublic(EMPTY).getText().equals("fine"));
    }

    @Test
    void freesItsPlaceWhenTheCallerLeaves() {
        CountDownLatch release = new CountDownLatch(1);
        callee.behaviour = () -> {
            hold(release);
            return Status.OK;
        };
        for (int i = 0; i < 4; i++) {
            Context.CancellableContext leaving = Context.current().withCancellation();
            leaving.run(() -> stub.withDeadlineAfter(20, TimeUnit.SECONDS).watch(EMPTY));
            leaving.cancel(null);
        }
        release.countDown();
        callee.behaviour = () -> Status.OK;

        assertThat(stub.watch(EMPTY).next().getText()).isEqualTo("fine");
    }

    @Test
    void showsBreakersAndBulkheadsAsMetrics() {
        stub.getPublic(EMPTY);

        MeterRegistry meters = context.getBean(MeterRegistry.class);
        assertThat(meters.find("resilience4j.circuitbreaker.state").gauges()).isNotEmpty();
        assertThat(meters.find("resilience4j.bulkhead.available.concurrent.calls")
                        .gauges())
                .isNotEmpty();
    }

    private void override(String field, String value) {
        context.getBean(Policies.class)
                .override(Map.of("news.platform.probe.v1.ProbeService/GetPublic", Map.of(field, value)));
    }

    private CompletableFuture<Void> getPublicLater() {
        return CompletableFuture.runAsync(
                () -> stub.withDeadlineAfter(20, TimeUnit.SECONDS).getPublic(EMPTY), THREADS);
    }

    private double counter(String name) {
        return context.getBean(MeterRegistry.class).get(name).counter().count();
    }

    private @Nullable String header(String name) {
        return callee.headers.get().get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
    }

    private static ErrorDetails refusal(ThrowingCallable call) {
        return ErrorStatuses.read(catchThrowableOfType(StatusRuntimeException.class, call));
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
