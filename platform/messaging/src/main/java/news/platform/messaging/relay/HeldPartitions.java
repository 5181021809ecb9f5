package news.platform.messaging.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Partitions to which nothing more is sent for now, because a row of theirs failed, or is not confirmed yet and nobody waits
 * for it any more. Within a pass through the outbox a partition is never let go, so that a row that was passed by is
 * not overtaken by a later one of its subject. One thread.
 */
final class HeldPartitions {
    private static final Logger log = LoggerFactory.getLogger(HeldPartitions.class);

    /** A row that is on its way. */
    private record Flight(OutboxRow row, String partition, CompletableFuture<?> result) {}

    private final ToIntFunction<String> partitionsOf;
    private final Duration patience;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> held = new HashSet<>();
    private final List<Flight> flights = new ArrayList<>();

    /**
     * @param partitionsOf how many a topic has, which never changes; may throw a {@code KafkaException}
     * @param patience how long rows that were sent together are waited for
     */
    HeldPartitions(ToIntFunction<String> partitionsOf, Duration patience) {
        this.partitionsOf = partitionsOf;
        this.patience = patience;
    }

    /** Lets all go but those with a row on its way. */
    void beginPass() {
        held.clear();
        flights.forEach(flight -> held.add(flight.partition()));
    }

    /** Whether some partition is held only because of what has ended. */
    boolean mayTryAgain() {
        var busy = new HashSet<String>();
        flights.forEach(flight -> busy.add(flight.partition()));
        return !busy.containsAll(held);
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** Whether the row must wait. */
    boolean holds(OutboxRow row) {
        return !held.isEmpty() && (held.contains(row.topic()) || held.contains(partition(row)));
    }

    /** Holds the partition of a row that failed for now. */
    void hold(OutboxRow row) {
        if (!held.contains(row.topic())) {
            hold(partition(row));
        }
    }

    /** Holds all partitions of a topic that is not there for now. */
    void hold(String partition) {
        if (held.add(partition)) {
            log.debug("{} takes nothing for now, its rows wait", partition);
        }
    }

    /** Waits for rows that were sent together, but not for ever: what is not answered then is on its way, and looked at later. */
    void await(Map<OutboxRow, CompletableFuture<?>> results, BiConsumer<OutboxRow, CompletableFuture<?>> settled) {
        waitFor(results.values());
        results.forEach((row, result) -> {
            if (result.isDone()) {
                settled.accept(row, result);
            } else {
                flights.add(new Flight(row, partition(row), result));
                hold(row);
            }
        });
    }

    /** Those rows on their way that have arrived, or failed, meanwhile. */
    void landed(BiConsumer<OutboxRow, CompletableFuture<?>> settled) {
        Iterator<Flight> all = flights.iterator();
        while (all.hasNext()) {
            Flight flight = all.next();
            if (flight.result().isDone()) {
                all.remove();
                settled.accept(flight.row(), flight.result());
            }
        }
    }

    private void waitFor(Collection<CompletableFuture<?>> results) {
        try {
            CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.trace("not all were confirmed, each is looked at", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As the producer chooses it, by the key; all of the topic where nobody knows how many there are. */
    private String partition(OutboxRow row) {
        try {
            int count = counts.computeIfAbsent(row.topic(), partitionsOf::applyAsInt);
            byte[] key = Utils.utf8(row.event().context().subject());
            return row.topic() + "-" + Utils.toPositive(Utils.murmur2(key)) % count;
        } catch (KafkaException e) {
            return row.topic();
        }
    }
}
