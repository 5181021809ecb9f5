package news.platform.persistence.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.StringValue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.error.DomainException;
import news.platform.error.Reason;
import news.platform.error.v1.PlatformReason;
import news.platform.persistence.IdSource;
import news.platform.test.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who runs a request may be killed, or wake up too late, between the call to another service and the own effect. */
@PlatformTest
class KilledOwnerIT {
    private static final int CLIENTS = 50;
    private static final int KILLED = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final IdSource ids;
    private final MeterRegistry meters;
    private final String key = UUID.randomUUID().toString();

    /** What another service did, once for each key. */
    private final Set<String> reservations = ConcurrentHashMap.newKeySet();

    KilledOwnerIT(
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
    void hasOneEffectAndOneAnswerForFiftyClientsThatAskUntilTheyHaveIt() throws Exception {
        var attempts = new AtomicInteger();
        var begin = new CountDownLatch(1);
        List<Future<StringValue>> clients = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(() -> {
                    begin.await();
                    return answered(attempts);
                }));
            }
            begin.countDown();
        }

        Set<StringValue> answers = ConcurrentHashMap.newKeySet();
        for (var client : clients) {
            answers.add(client.get());
        }
        assertThat(attempts.get()).isGreaterThan(KILLED);
        assertThat(answers).hasSize(1);
        var made = answers.iterator().next().getValue();
        assertThat(reservations).containsExactly(made + "/reserve");
        assertThat(notes()).containsExactly(made);
    }

    @Test
    void changesNothingWhenTheFirstOwnerWakesUpAfterItsLease() throws Exception {
        var called = new CountDownLatch(1);
        var wake = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> catchThrowable(() -> idempotency(Duration.ZERO)
                    .once(
                            StringValue.of("order"),
                            StringValue.getDefaultInstance(),
                            id -> {
                                reservations.add(id + "/reserve");
                                called.countDown();
                                hold(wake);
                                return "first";
                            },
                            this::note)));
            called.await();
            var second = request(Duration.ofMinutes(1), new AtomicInteger(KILLED));
            wake.countDown();

            assertThat(first.get()).isInstanceOfSatisfying(DomainException.class, KilledOwnerIT::isInUse);
            assertThat(request(Duration.ofMinutes(1), new AtomicInteger())).isEqualTo(second);
            assertThat(reservations).containsExactly(second.getValue() + "/reserve");
            assertThat(notes()).containsExactly(second.getValue());
        }
    }

    /** As a client that repeats its request after every 409, and when the connection breaks. */
    private StringValue answered(AtomicInteger attempts) {
        var answer = new StringValue[1];
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsMatching(e -> e instanceof Killed
                        || e instanceof DomainException refusal
                                && refusal.reason().equals(Reason.of(PlatformReason.IDEMPOTENCY_KEY_IN_USE)))
                .until(() -> {
                    answer[0] = request(Duration.ofMillis(100), attempts);
                    return true;
                });
        return Objects.requireNonNull(answer[0]);
    }

    private StringValue request(Duration deadline, AtomicInteger attempts) {
        return idempotency(deadline)
                .once(
                        StringValue.of("order"),
                        StringValue.getDefaultInstance(),
                        id -> {
                            reservations.add(id + "/reserve");
                            if (attempts.getAndIncrement() < KILLED) {
                                throw new Killed();
                            }
                            return "alive";
                        },
                        this::note);
    }

    private Idempotency idempotency(Duration deadline) {
        var call = FixedCall.of("user-1", key).within(deadline);
        return new Idempotency(new Attempts(jdbc, Duration.ofHours(24)), transaction, call, ids, meters);
    }

    private StringValue note(String id, String owner) {
        jdbc.sql("INSERT INTO note (id, create_time) VALUES (:id, now())")
                .param("id", id)
                .update();
        return StringValue.of(id);
    }

    /** Whatever was made under an id that any attempt had. */
    private List<String> notes() {
        return jdbc.sql("SELECT id FROM note WHERE id = ANY (:ids)")
                .param(
                        "ids",
                        reservations.stream()
                                .map(call -> call.replace("/reserve", ""))
                                .toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static void isInUse(DomainException refusal) {
        assertThat(refusal.reason()).isEqualTo(Reason.of(PlatformReason.IDEMPOTENCY_KEY_IN_USE));
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(1));
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No failure that anything could answer: the process is gone. */
    private static final class Killed extends Error {}
}
