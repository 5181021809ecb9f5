package news.platform.messaging;

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
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sends rows of the outbox in order: of each subject only one is on its way at any time, so that a failed one can never be
 * overtaken by a later one. Rows of different subjects go together. One thread.
 */
final class OutboxSender {
    /**
     * What became of a batch.
     *
     * @param sent confirmed by the broker
     * @param failure the first thing that went wrong; empty where all were sent
     */
    record Outcome(List<OutboxRow> sent, Optional<Throwable> failure) {}

    private final Kafka kafka;
    private final Topics topics;
    private final String source;
    private final Clock clock;
    private final ObservationRegistry observations;
    private final MeterRegistry meters;

    OutboxSender(Kafka kafka, MessagingContext context) {
        this.kafka = kafka;
        this.topics = kafka.topics();
        this.source = "/" + context.application();
        this.clock = context.clock();
        this.observations = context.observations();
        this.meters = context.meters();
    }

    /** Sends as much of the batch as can be sent now. */
    Outcome send(List<OutboxRow> batch) {
        var sent = new ArrayList<OutboxRow>();
        Throwable failure = null;
        var blocked = new HashSet<String>();
        try {
            topics.ensure(batch.stream().map(OutboxRow::topic).toList());
        } catch (KafkaException e) {
            return new Outcome(sent, Optional.of(e));
        }
        for (List<OutboxRow> wave : waves(batch)) {
            wave.removeIf(row -> blocked.contains(row.key()));
            for (var result : sendTogether(wave).entrySet()) {
                Throwable failed = failureOf(result.getValue());
                if (failed == null) {
                    sent.add(result.getKey());
                } else {
                    blocked.add(result.getKey().key());
                    failure = failure == null ? failed : failure;
                }
            }
        }
        return new Outcome(sent, Optional.ofNullable(failure));
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
            refused = refused || result.isCompletedExceptionally();
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
        // ends at the latest with the producer's delivery timeout
        return result.handle((_, failed) -> Optional.ofNullable(failed)).join().orElse(null);
    }
}
