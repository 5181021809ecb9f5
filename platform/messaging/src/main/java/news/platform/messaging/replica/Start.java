package news.platform.messaging.replica;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.platform.messaging.ReplicaHandler.Begin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Where a feed begins. One thread. */
final class Start {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Begin begin;
    private final String prefix;
    private final Clock clock;
    private boolean lost;

    Start(Begin begin, String prefix, Clock clock) {
        this.begin = begin;
        this.prefix = prefix;
        this.clock = clock;
    }

    /** What was to be read next is gone: the next start is without the handler's own positions. */
    void lost() {
        lost = true;
    }

    /** Whether the handler is told of a gap: not where it goes on by its own positions. */
    boolean hasGap() {
        return lost || !(begin instanceof Begin.Positions);
    }

    /** Whether the replica waits for the handler to catch up. */
    boolean isAwaited() {
        return begin instanceof Begin.Whole || begin instanceof Begin.Recent;
    }

    void place(Consumer<?, ?> consumer, Set<TopicPartition> partitions) {
        switch (begin) {
            case Begin.Whole() -> consumer.seekToBeginning(partitions);
            case Begin.End(Duration lookBack) -> lookBack(consumer, partitions, lookBack);
            case Begin.Recent(Duration lookBack) -> lookBack(consumer, partitions, lookBack);
            case Begin.Positions(Map<String, Long> reached) -> {
                consumer.seekToBeginning(partitions);
                for (TopicPartition partition : lost ? Set.<TopicPartition>of() : partitions) {
                    Long offset = reached.get(name(partition, prefix));
                    if (offset != null) {
                        consumer.seek(partition, offset);
                    }
                }
            }
        }
    }

    /** A partition by the name that the contract has for its topic. */
    static String name(TopicPartition partition, String prefix) {
        return partition.toString().substring(prefix.length());
    }

    private void lookBack(Consumer<?, ?> consumer, Set<TopicPartition> partitions, Duration lookBack) {
        consumer.seekToEnd(partitions);
        if (lookBack.isZero()) {
            return;
        }
        long since = clock.millis() - lookBack.toMillis();
        partitions.forEach(partition -> consumer.position(partition, PATIENCE));
        consumer.offsetsForTimes(partitions.stream().collect(Collectors.toMap(p -> p, _ -> since)), PATIENCE)
                .forEach((partition, found) -> {
                    if (found != null) {
                        consumer.seek(partition, found.offset());
                    }
                });
    }
}
