package news.platform.grpc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import news.platform.error.DomainException;
import news.platform.error.ErrorDetails;
import news.platform.error.ErrorStatuses;
import news.platform.error.v1.PlatformReason;
import news.platform.policy.Policies;
import news.platform.security.CallOrigin;
import news.platform.security.Caller;
import news.platform.security.Callers;
import org.junit.jupiter.api.Test;

class GuardedCallsIT extends CallerFixture {
    @Test
    void passesOnWhoCallsButNotFromWhere() throws Exception {
        Caller caller = new Caller("u1", "s1", Set.of(), Instant.MAX, "the-token");
        CallOrigin origin = new CallOrigin(Optional.of("192.0.2.7"), Optional.of("Probe/1"));

        Context.current()
                .withValues(Callers.KEY, caller, CallOrigin.KEY, origin)
                .call(() -> stub.getPublic(EMPTY));

        assertThat(header("authorization")).isEqualTo("Bearer the-token");
        assertThat(header("x-client-address")).isNull();
        assertThat(header("x-client-user-agent")).isNull();
    }

    @Test
    void sendsTheKeyOfWhatItIsAConsequenceOf() {
        IdempotencyKeys.on(stub, "event-1", "grant").changeDefault(EMPTY);
        assertThat(header("idempotency-key")).isEqualTo("event-1/grant");

        stub.changeDefault(EMPTY);
        assertThat(header("idempotency-key")).isNull();
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
        CompletableFuture.allOf(underWay).get(30, TimeUnit.SECONDS);
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
        underWay.get(30, TimeUnit.SECONDS);
    }

    @Test
    void lowersTheBulkheadWhileItIsFullWithoutWaitingAndLetsNobodyInBeforeThereIsRoom() throws Exception {
        override("max-concurrent", "64", "deadline", "20s");
        CountDownLatch[] releases =
                Stream.generate(() -> new CountDownLatch(1)).limit(64).toArray(CountDownLatch[]::new);
        AtomicInteger next = new AtomicInteger();
        callee.behaviour = () -> {
            hold(releases[next.getAndIncrement()]);
            return Status.OK;
        };
        List<CompletableFuture<Void>> underWay =
                Stream.generate(this::getPublicLater).limit(64).toList();
        await().until(() -> callee.calls.get() == 64);

        override("max-concurrent", "8", "deadline", "20s");

        assertThat(refusal(() -> stub.getPublic(EMPTY)).reason()).isEqualTo("OVERLOADED");
        release(releases, 0, 56);
        await().until(() -> used() == 8);
        assertThat(refusal(() -> stub.getPublic(EMPTY)).reason()).isEqualTo("OVERLOADED");
        release(releases, 56, 64);
        CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
        callee.behaviour = () -> Status.OK;
        assertThat(stub.getPublic(EMPTY).getText()).isEqualTo("fine");
        assertThat(callee.calls).hasValue(65);
    }

    @Test
    void breaksByTheDeadlineThatAnOverrideSets() {
        callee.behaviour = () -> {
            hold(new CountDownLatch(1));
            return Status.OK;
        };
        override("deadline", "10ms");
        for (int i = 0; i < 4; i++) {
            assertThat(refusal(() -> stub.getPublic(EMPTY)).code()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
        }

        assertThat(refusal(() -> stub.getPublic(EMPTY)).reason()).isEqualTo(PlatformReason.CALLEE_DOWN.name());
    }

    private static void release(CountDownLatch[] releases, int from, int to) {
        for (int i = from; i < to; i++) {
            releases[i].countDown();
        }
    }

    private double used() {
        return context.getBean(MeterRegistry.class)
                .get("news.grpc.client.bulkhead.used")
                .tag("method", "news.platform.probe.v1.ProbeService/GetPublic")
                .gauge()
                .value();
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
        assertThat(meters.get("news.grpc.client.bulkhead.used")
                        .tag("method", "news.platform.probe.v1.ProbeService/GetPublic")
                        .gauge()
                        .value())
                .isZero();
        assertThat(meters.get("news.grpc.client.bulkhead.max")
                        .tag("method", "news.platform.probe.v1.ProbeService/GetPublic")
                        .gauge()
                        .value())
                .isEqualTo(3);
    }
}
