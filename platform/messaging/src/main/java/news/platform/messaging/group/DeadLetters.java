package news.platform.messaging.group;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.Kafka;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dead letters of this application's consumers. Each is looked at once: a replay goes on behind the last one. Replays of
 * several replicas at once do no harm, the inbox sees to that.
 */
public final class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int MAX_EMPTY_POLLS = 10;

    private final Kafka kafka;
    private final EventConsumers consumers;
    private final String application;

    DeadLetters(Kafka kafka, EventConsumers consumers, MessagingContext context) {
        this.kafka = kafka;
        this.consumers = consumers;
        this.application = context.group();
    }

    /**
     * What a replay did.
     *
     * @param handled had their effect now, or had had it before
     * @param failed are dead letters again, with the new reason, for the next replay; or nobody takes them any more, as the log says
     */
    public record Replay(int handled, int failed) {}

    /** How many letters the next replay will look at, those of other consumers included, by dead letter topic. */
    public synchronized Map<String, Long> waiting() {
        try (Consumer<String, byte[]> consumer = consumer()) {
            return ranges(consumer).entrySet().stream()
                    .collect(Collectors.groupingBy(
                            range -> range.getKey().topic(),
                            Collectors.summingLong(range -> range.getValue().size())));
        }
    }

    /**
     * Gives every letter that lies there now to the handlers again, outside the order of live events.
     *
     * @throws RuntimeException where something that a handler needs is away; what was not handled stays for the next replay
     */
    public synchronized Replay replay() {
        try (Consumer<String, byte[]> consumer = consumer()) {
            Map<TopicPartition, Range> ranges = ranges(consumer);
            consumer.assign(ranges.keySet());
            ranges.forEach((partition, range) -> consumer.seek(partition, range.from()));
            var count = new Count();
            int empty = 0;
            while (unfinished(consumer, ranges) && empty < MAX_EMPTY_POLLS) {
                var records = consumer.poll(POLL);
                empty = records.isEmpty() ? empty + 1 : 0;
                for (ConsumerRecord<String, byte[]> record : records) {
                    replay(record, ranges, count);
                    consumer.commitSync(Map.of(
                            new TopicPartition(record.topic(), record.partition()),
                            new OffsetAndMetadata(record.offset() + 1)));
                }
            }
            return new Replay(count.handled, count.failed);
        }
    }

    private void replay(ConsumerRecord<String, byte[]> record, Map<TopicPartition, Range> ranges, Count count) {
        Range range = Objects.requireNonNull(ranges.get(new TopicPartition(record.topic(), record.partition())));
        if (record.offset() >= range.to()) {
            return;
        }
        String whose = CloudEvent.get(record.headers(), DeadLetterWriter.CONSUMER);
        boolean known = false;
        for (GroupConsumer consumer : consumers.all()) {
            // the application alone: from before each handler was a consumer of its own
            if (whose.equals(application) || whose.equals(application + "." + consumer.name())) {
                known = true;
                replay(record, consumer, count);
            }
        }
        if (!known && whose.startsWith(application + ".")) {
            log.warn(
                    "nobody takes {}-{}@{}: there is no consumer {} any more",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    whose);
            count.failed++;
        }
    }

    private static void replay(ConsumerRecord<String, byte[]> record, GroupConsumer consumer, Count count) {
        try {
            Dispatcher dispatcher = consumer.dispatcher();
            dispatcher.handle(List.of(record), dispatcher.generation());
            count.handled++;
        } catch (RuntimeException e) {
            if (FailurePolicy.isTransient(e)) {
                throw e;
            }
            consumer.letters().accept(record, e);
            count.failed++;
        }
    }

    private Map<TopicPartition, Range> ranges(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumers.all().stream()
                .flatMap(one -> one.topics().stream())
                .map(Topics::deadLetters)
                .distinct()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        var committed = new HashMap<>(consumer.committed(Set.copyOf(partitions)));
        return partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> {
            OffsetAndMetadata done = committed.get(partition);
            long from = done == null ? offset(first, partition) : done.offset();
            return new Range(Math.max(from, offset(first, partition)), offset(end, partition));
        }));
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition));
    }

    private static boolean unfinished(Consumer<?, ?> consumer, Map<TopicPartition, Range> ranges) {
        return ranges.entrySet().stream()
                .anyMatch(range ->
                        consumer.position(range.getKey()) < range.getValue().to());
    }

    private Consumer<String, byte[]> consumer() {
        return kafka.consumers(application + ".dead-letters").createConsumer();
    }

    /** Offsets of one partition, the last excluded. */
    private record Range(long from, long to) {
        long size() {
            return to - from;
        }
    }

    /** Counts while replaying. */
    private static final class Count {
        private int handled;
        private int failed;
    }
}
