package news.platform.thirdparty;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.platform.test.TestKafka;
import news.platform.thirdparty.v1.FeedItemReceived;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the events that were really sent. */
public final class ReceivedItems {
    private static final String TOPIC = "news.thirdparty.feed-item.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ReceivedItems() {}

    /** The events so far that match, once there are as many as expected; fewer after a while. */
    public static List<FeedItemReceived> matching(int expected, Predicate<FeedItemReceived> wanted) {
        List<FeedItemReceived> found = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer, deadline);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (found.size() < expected && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(message ->
                                Stream.of(event(message)).filter(wanted).forEach(found::add));
            }
        }
        return List.copyOf(found);
    }

    /** The first event makes the topic. */
    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, long deadline) {
        List<TopicPartition> partitions = List.of();
        while (partitions.isEmpty() && System.nanoTime() < deadline) {
            partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
        }
        return partitions;
    }

    private static FeedItemReceived event(ConsumerRecord<String, byte[]> message) {
        try {
            return FeedItemReceived.parseFrom(message.value());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
