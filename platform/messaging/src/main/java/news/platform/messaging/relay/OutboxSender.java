package news.platform.messaging.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import news.platform.error.FailureReporter;
import news.platform.error.Failures;
import news.platform.messaging.Kafka;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.Topics;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends rows of the outbox in order: of each subject only one is on its way at any time, so that a failed one can never be
 * overtaken by a later one. Rows of different subjects go together. What the broker will never take holds up the later rows
 * of its own subject only, what it does not take for now those of its partition. One thread.
 */
final class OutboxSender {
    /**
     * What became of a batch; a row in neither is to be sent again.
     *
     * @param sent confirmed by the broker
     * @param refused will never be sent as they are, or only behind one that will not, each with the reason
     * @param failure the first thing that went wrong for now; empty where nothing did
     */
    record Outcome(List<OutboxRow> sent, Map<OutboxRow, String> refused, Optional<Throwable> failure) {}

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
    private static final String BEHIND = "behind a dead letter of its subject";
    /** Trying again will not help; what is not among these may come back. */
    private static final Set<Class<?>> FOR_GOOD = Set.of(
            RecordTooLargeException.class,
            RecordBatchTooLargeException.class,
            InvalidRecordException.class,
            InvalidTopicException.class,
            InvalidPartitionsException.class,
            InvalidConfigurationException.class,
            PolicyViolationException.class,
            TopicAuthorizationException.class);

    private final Kafka kafka;
    private final HeldPartitions held;
    private final Topics topics;
    private final String source;
    private final List<FailureReporter> reporters;
    private final Clock clock;
    private final ObservationRegistry observations;
    private final MeterRegistry meters;

    /** @param patience how long rows that were sent together are waited for before the others go on */
    OutboxSender(Kafka kafka, List<FailureReporter> reporters, MessagingContext context, Duration patience) {
        this.kafka = kafka;
        this.held = new HeldPartitions(
                topic -> kafka.template().partitionsFor(topic).size(), patience);
        this.topics = kafka.topics();
        this.source = "/" + context.application();
        this.reporters = reporters;
        this.clock = context.clock();
        this.observations = context.observations();
        this.meters = context.meters();
    }

    /** The next rows are the oldest again: whatever was held may be tried again, unless it is still on its way. */
    void beginPass() {
        held.beginPass();
    }

    /** Whether a new pass would let something go. */
    boolean mayTryAgain() {
        return held.mayTryAgain();
    }

    /** Whether some rows were passed by, or will be. */
    boolean isHolding() {
        return !held.isEmpty();
    }

    /** What has become meanwhile of rows that were on their way when the others went on. */
    Outcome settle() {
        var progress = new Progress(Map.of());
        held.landed((row, result) -> progress.settle(row, failureOf(result)));
        return progress.outcome();
    }

    /** Sends as much of the batch as can be sent now. */
    Outcome send(List<OutboxRow> batch) {
        var progress =
                new Progress(topics.ensure(batch.stream().map(OutboxRow::topic).toList()));
        for (List<OutboxRow> wave : waves(batch)) {
            wave.removeIf(progress::isSettled);
            held.await(sendTogether(wave), (row, result) -> progress.settle(row, failureOf(result)));
        }
        return progress.outcome();
    }

    /** What has become of a batch until now. */
    private final class Progress {
        private final Map<String, Throwable> missing;
        private final List<OutboxRow> sent = new ArrayList<>();
        private final Map<OutboxRow, String> refused = new LinkedHashMap<>();
        private final Set<String> dead = new HashSet<>();
        private @Nullable Throwable failure;

        Progress(Map<String, Throwable> missing) {
            this.missing = missing;
        }

        /** Whether a row need not be tried, because of its topic or of an earlier row of its subject. */
        boolean isSettled(OutboxRow row) {
            if (row.behind() || dead.contains(row.key())) {
                refused.put(row, BEHIND);
                return true;
            }
            Throwable absent = missing.get(row.topic());
            if (absent != null && !isForGood(absent)) {
                held.hold(row.topic());
                fail(row, absent);
            } else if (absent != null) {
                settle(row, absent);
            }
            return absent != null || held.holds(row);
        }

        void settle(OutboxRow row, @Nullable Throwable failed) {
            if (failed == null) {
                sent.add(row);
            } else if (isForGood(failed)) {
                dead.add(row.key());
                refused.put(row, Failures.reason(failed));
                report(row, failed);
            } else {
                held.hold(row);
                fail(row, failed);
            }
        }

        private void fail(OutboxRow row, Throwable failed) {
            failure = failure == null ? failed : failure;
            topics.forget(row.topic());
        }

        Outcome outcome() {
            refused.entrySet().stream()
                    .filter(letter -> !letter.getValue().equals(BEHIND))
                    .findFirst()
                    .ifPresent(first -> log.error(
                            "{} events cannot be sent, their subjects wait; the first is {}, to {}: {}",
                            refused.size(),
                            first.getKey().event().context().eventId(),
                            first.getKey().topic(),
                            first.getValue()));
            return new Outcome(sent, refused, Optional.ofNullable(failure));
        }
    }

    private void report(OutboxRow row, Throwable failed) {
        reporters.forEach(reporter -> reporter.report(Failures.root(failed), row.topic()));
        Counter.builder("news.outbox.dead")
                .description("events that the broker refused for good")
                .tag("topic", row.topic())
                .tag("type", row.event().context().type())
                .register(meters)
                .increment();
    }

    static boolean isForGood(Throwable failure) {
        return FOR_GOOD.contains(Failures.root(failure).getClass());
    }

    /** The first rows of all subjects, then the second ones, and so on. */
    static List<List<OutboxRow>> waves(List<OutboxRow> batch) {
        var waves = new ArrayList<List<OutboxRow>>();
        var counts = new HashMap<String, Integer>();
        for (OutboxRow row : batch) {
            int wave = counts.merge(row.key(), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(row);
        }
        return waves;
    }

    private Map<OutboxRow, CompletableFuture<?>> sendTogether(List<OutboxRow> rows) {
        var results = new LinkedHashMap<OutboxRow, CompletableFuture<?>>();
        boolean refused = false;
        for (OutboxRow row : rows) {
            // a broker that is not even known blocks each send for seconds: the first refusal speaks for the rest
            CompletableFuture<?> result = refused
                    ? CompletableFuture.failedFuture(new KafkaException("not tried, the broker is away"))
                    : send(row);
            refused = refused || (result.isCompletedExceptionally() && !isForGood(result.exceptionNow()));
            results.put(row, result);
        }
        return results;
    }

    private CompletableFuture<?> send(OutboxRow row) {
        String traceparent = row.traceparent();
        try {
            return traceparent == null ? sendNow(row) : sendTraced(row, traceparent);
        } catch (RuntimeException e) {
            // the template throws what the producer finds out at once, e.g. that it knows no broker
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<?> sendTraced(OutboxRow row, String traceparent) {
        var context = new ReceiverContext<Map<String, String>>(Map::get, Kind.PRODUCER);
        context.setCarrier(Map.of("traceparent", traceparent));
        var observation = Observation.start("news.outbox.relay", () -> context, observations)
                .contextualName("relay " + row.event().context().type());
        try (var _ = observation.openScope()) {
            return sendNow(row).whenComplete((_, failed) -> {
                if (failed != null) {
                    observation.error(failed);
                }
                observation.stop();
            });
        } catch (RuntimeException e) {
            observation.error(e);
            observation.stop();
            throw e;
        }
    }

    private CompletableFuture<?> sendNow(OutboxRow row) {
        var record = row.event().toRecord(row.topic(), source, row.traceparent());
        return kafka.template().send(record).whenComplete((_, failed) -> measure(row, failed));
    }

    private void measure(OutboxRow row, @Nullable Throwable failed) {
        if (failed == null) {
            Timer.builder("news.outbox.latency")
                    .description("from publishing to the broker's confirmation")
                    .tag("topic", row.topic())
                    .register(meters)
                    .record(Duration.between(row.event().context().time(), clock.instant()));
        }
    }

    private static @Nullable Throwable failureOf(CompletableFuture<?> result) {
        return result.handle((_, failed) -> Optional.ofNullable(failed)).join().orElse(null);
    }
}
