package news.platform.persistence.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.StringValue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.error.DomainException;
import news.platform.error.Reason;
import news.platform.error.v1.PlatformReason;
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
    private final MeterRegistry meters;
    private final String key = UUID.randomUUID().toString();

    IdempotencyIT(
            @Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction, @Autowired MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.meters = meters;
    }

    @Test
    void repeatsTheFirstAnswerAndSaysSo() {
        var first = new FixedCall(Optional.of(key), "user-1");
        var second = new FixedCall(Optional.of(key), "user-1");

        StringValue made = idempotency(first).once(text("buy"), NOTHING, () -> note("order-1"));
        StringValue repeated = idempotency(second).once(text("buy"), NOTHING, () -> note("order-2"));

        assertThat(repeated).isEqualTo(made).isEqualTo(text("order-1"));
        assertThat(first.replayed).isFalse();
        assertThat(second.replayed).isTrue();
        assertThat(exists("order-2")).isFalse();
    }

    @Test
    void refusesTheKeyForAnotherRequest() {
        idempotency("user-1").once(text("buy"), NOTHING, () -> text("bought"));

        assertRefused(PlatformReason.IDEMPOTENCY_KEY_REUSED, () -> idempotency("user-1")
                .once(text("sell"), NOTHING, () -> text("sold")));
    }

    @Test
    void keepsTheKeysOfTwoCallersApart() {
        idempotency("user-1").once(text("buy"), NOTHING, () -> text("one"));

        StringValue other = idempotency("user-2").once(text("buy"), NOTHING, () -> text("two"));

        assertThat(other).isEqualTo(text("two"));
    }

    @Test
    void refusesTheKeyWhileTheFirstRequestIsRunning() throws Exception {
        var started = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> idempotency("user-1").once(text("buy"), NOTHING, () -> {
            started.countDown();
            await(finish);
            return text("bought");
        }));
        started.await();

        assertRefused(PlatformReason.IDEMPOTENCY_KEY_IN_USE, () -> idempotency("user-1")
                .once(text("buy"), NOTHING, () -> text("bought twice")));
        finish.countDown();

        assertThat(first.get()).isEqualTo(text("bought"));
    }

    @Test
    void forgetsAFailureTogetherWithWhatTheActionWrote() {
        assertThatThrownBy(() -> idempotency("user-1").once(text("buy"), NOTHING, () -> {
                    note("half-done");
                    throw new IllegalStateException("out of stock");
                }))
                .hasMessage("out of stock");

        StringValue retried = idempotency("user-1").once(text("buy"), NOTHING, () -> text("bought"));

        assertThat(retried).isEqualTo(text("bought"));
        assertThat(exists("half-done")).isFalse();
    }

    @Test
    void runsTheActionInATransactionWithoutAKey() {
        var keyless = new FixedCall(Optional.empty(), "user-1");

        assertThatThrownBy(() -> idempotency(keyless).once(text("buy"), NOTHING, () -> {
                    note("rolled-back");
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(exists("rolled-back")).isFalse();
        assertThat(idempotency(keyless).once(text("buy"), NOTHING, () -> text("1")))
                .isEqualTo(text("1"));
        assertThat(idempotency(keyless).once(text("buy"), NOTHING, () -> text("2")))
                .isEqualTo(text("2"));
    }

    @Test
    void takesTheKeyForNewAfterTheRetention() {
        idempotency("user-1").once(text("buy"), NOTHING, () -> text("bought"));
        jdbc.sql("UPDATE platform.idempotency_key SET create_time = create_time - interval '25 hours'")
                .update();

        StringValue again = idempotency("user-1").once(text("sell"), NOTHING, () -> text("sold"));

        assertThat(again).isEqualTo(text("sold"));
    }

    @Test
    void preparesNothingForARequestThatHasItsAnswer() {
        var prepared = new AtomicInteger();
        var call = new FixedCall(Optional.of(key), "user-1");

        var first = idempotency("user-1")
                .once(text("buy"), NOTHING, prepared::incrementAndGet, number -> text("order-" + number));
        var repeated =
                idempotency(call).once(text("buy"), NOTHING, IdempotencyIT::refuse, number -> text("order-" + number));

        assertThat(repeated).isEqualTo(first).isEqualTo(text("order-1"));
        assertThat(call.replayed).isTrue();
        assertThat(prepared).hasValue(1);
        assertRefused(PlatformReason.IDEMPOTENCY_KEY_REUSED, () -> idempotency("user-1")
                .once(text("sell"), NOTHING, prepared::incrementAndGet, number -> text("sold")));
    }

    @Test
    void takesTheKeyAgainWhenThePreparationFailed() {
        assertRefused(PlatformReason.CALLEE_DOWN, () -> idempotency("user-1")
                .once(text("buy"), NOTHING, IdempotencyIT::refuse, _ -> text("bought")));

        assertThat(idempotency("user-1").once(text("buy"), NOTHING, () -> "order-1", IdempotencyIT::text))
                .isEqualTo(text("order-1"));
    }

    private static String refuse() {
        throw new DomainException(PlatformReason.CALLEE_DOWN, "the other service is down");
    }

    private Idempotency idempotency(String caller) {
        return idempotency(new FixedCall(Optional.of(key), caller));
    }

    private Idempotency idempotency(Call call) {
        return new Idempotency(jdbc, transaction, call, Duration.ofHours(24), meters);
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

    private static void await(CountDownLatch latch) {
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

    private static final class FixedCall implements Call {
        private final Optional<String> key;
        private final String caller;
        private boolean replayed;

        FixedCall(Optional<String> key, String caller) {
            this.key = key;
            this.caller = caller;
        }

        @Override
        public Optional<String> idempotencyKey() {
            return key;
        }

        @Override
        public String caller() {
            return caller;
        }

        @Override
        public void markReplayed() {
            replayed = true;
        }
    }
}
