package news.platform.persistence.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.StringValue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import news.platform.error.DomainException;
import news.platform.error.Reason;
import news.platform.error.v1.PlatformReason;
import news.platform.persistence.IdSource;
import news.platform.test.PlatformTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class IdempotencyIT {
    private static final StringValue NOTHING = StringValue.getDefaultInstance();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final IdSource ids;
    private final MeterRegistry meters;
    private final String key = UUID.randomUUID().toString();

    IdempotencyIT(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transaction,
            @Autowired IdSource ids,
            @Autowired MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ids = ids;
        this.meters = meters;
    }

    @Test
    void repeatsTheFirstAnswerAndSaysSo() {
        var first = FixedCall.of("user-1", key);
        var second = FixedCall.of("user-1", key);

        StringValue made = once(first, "buy", () -> note("order-1"));
        StringValue repeated = once(second, "buy", () -> note("order-2"));

        assertThat(repeated).isEqualTo(made).isEqualTo(text("order-1"));
        assertThat(first.wasReplayed()).isFalse();
        assertThat(second.wasReplayed()).isTrue();
        assertThat(exists("order-2")).isFalse();
    }

    @Test
    void refusesTheKeyForAnotherRequest() {
        once("user-1", "buy", () -> text("bought"));

        assertRefused(PlatformReason.IDEMPOTENCY_KEY_REUSED, () -> once("user-1", "sell", () -> text("sold")));
    }

    @Test
    void keepsTheKeysOfTwoCallersApart() {
        once("user-1", "buy", () -> text("one"));

        assertThat(once("user-2", "buy", () -> text("two"))).isEqualTo(text("two"));
    }

    @Test
    void refusesTheKeyWhileTheFirstRequestIsRunning() throws Exception {
        var started = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> once("user-1", "buy", () -> {
            started.countDown();
            hold(finish);
            return text("bought");
        }));
        started.await();

        assertRefused(PlatformReason.IDEMPOTENCY_KEY_IN_USE, () -> once("user-1", "buy", () -> text("bought twice")));
        assertRefused(PlatformReason.IDEMPOTENCY_KEY_REUSED, () -> once("user-1", "sell", () -> text("sold")));
        finish.countDown();

        assertThat(first.get()).isEqualTo(text("bought"));
    }

    @Test
    void forgetsAFailureTogetherWithWhatTheActionWrote() {
        assertThatThrownBy(() -> once("user-1", "buy", () -> {
                    note("half-done");
                    throw new IllegalStateException("out of stock");
                }))
                .hasMessage("out of stock");

        assertThat(once("user-1", "sell", () -> text("sold"))).isEqualTo(text("sold"));
        assertThat(exists("half-done")).isFalse();
    }

    @Test
    void runsTheActionInATransactionWithoutAKey() {
        var keyless = FixedCall.withoutKey("user-1");

        assertThatThrownBy(() -> once(keyless, "buy", () -> {
                    note("rolled-back");
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(exists("rolled-back")).isFalse();
        assertThat(once(keyless, "buy", () -> text("1"))).isEqualTo(text("1"));
        assertThat(once(keyless, "buy", () -> text("2"))).isEqualTo(text("2"));
    }

    @Test
    void takesTheKeyForNewAfterTheRetention() {
        once("user-1", "buy", () -> text("bought"));
        jdbc.sql("UPDATE platform.idempotency_key SET create_time = create_time - interval '25 hours'")
                .update();

        assertThat(once("user-1", "sell", () -> text("sold"))).isEqualTo(text("sold"));
    }

    @Test
    void preparesNothingForARequestThatHasItsAnswer() {
        var first = idempotency("user-1").once(text("buy"), NOTHING, _ -> "order-1", (_, order) -> text(order));

        var repeated = idempotency("user-1").once(text("buy"), NOTHING, _ -> calleeIsDown(), (_, order) -> text(order));

        assertThat(repeated).isEqualTo(first).isEqualTo(text("order-1"));
    }

    @Test
    void givesTheNextAttemptAtTheSameRequestTheIdOfTheFailedOne() {
        var failed = new String[1];
        assertRefused(PlatformReason.CALLEE_DOWN, () -> idempotency("user-1")
                .once(
                        text("buy"),
                        NOTHING,
                        id -> {
                            failed[0] = id;
                            return calleeIsDown();
                        },
                        (_, order) -> text(order)));

        var made = idempotency("user-1").once(text("buy"), NOTHING, id -> id, (id, called) -> text(id + called));

        assertThat(made).isEqualTo(text(failed[0] + failed[0]));
    }

    @Test
    void givesAnotherRequestAnotherId() {
        var failed = new String[1];
        assertRefused(PlatformReason.CALLEE_DOWN, () -> idempotency("user-1")
                .once(
                        text("buy"),
                        NOTHING,
                        id -> {
                            failed[0] = id;
                            return calleeIsDown();
                        },
                        (_, order) -> text(order)));

        assertThat(idempotency("user-1").once(text("sell"), NOTHING, id -> id, (id, _) -> text(id)))
                .isNotEqualTo(text(failed[0]));
    }

    private static String calleeIsDown() {
        throw new DomainException(PlatformReason.CALLEE_DOWN, "the other service is down");
    }

    private StringValue once(String caller, String request, Supplier<StringValue> action) {
        return once(FixedCall.of(caller, key), request, action);
    }

    private StringValue once(Call call, String request, Supplier<StringValue> action) {
        return idempotency(call).once(text(request), NOTHING, _ -> request, (_, _) -> action.get());
    }

    private Idempotency idempotency(String caller) {
        return idempotency(FixedCall.of(caller, key));
    }

    private Idempotency idempotency(Call call) {
        return new Idempotency(new Attempts(jdbc, Duration.ofHours(24)), transaction, call, ids, meters);
    }

    private StringValue note(String id) {
        jdbc.sql("INSERT INTO note (id, create_time) VALUES (:id, now())")
                .param("id", id)
                .update();
        return text(id);
    }

    private boolean exists(String id) {
        return !jdbc.sql("SELECT id FROM note WHERE id = :id")
                .param("id", id)
                .query()
                .listOfRows()
                .isEmpty();
    }

    private static StringValue text(String text) {
        return StringValue.of(text);
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(PlatformReason reason, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(DomainException.class, refusal -> assertThat(refusal.reason())
                .isEqualTo(Reason.of(reason)));
    }
}
