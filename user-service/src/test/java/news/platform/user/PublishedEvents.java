package news.platform.user;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.platform.policy.EventTypes;
import news.platform.test.TestKafka;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** What arrived at the broker. */
public final class PublishedEvents {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private PublishedEvents() {}

    /** The events of the type about the subject, once there are so many. */
    public static <E extends Message> List<E> await(E type, String subject, int count) {
        var description = EventTypes.of(type.getDescriptorForType());
        var found = new ArrayList<E>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = consumer()) {
            assign(consumer, description.topic());
            while (found.size() < count && System.nanoTime() < end) {
                for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofMillis(200))) {
                    if (subject.equals(event.key()) && description.type().equals(typeOf(event))) {
                        found.add(parse(type, event.value()));
                    }
                }
            }
        }
        return found;
    }

    /** From the start, as soon as there is the topic: the first event makes it. */
    private static void assign(KafkaConsumer<String, byte[]> consumer, String topic) {
        List<PartitionInfo> partitions = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> consumer.partitionsFor(topic), found -> !found.isEmpty());
        consumer.assign(partitions.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    private static String typeOf(ConsumerRecord<String, byte[]> event) {
        return new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked") // a parser of E makes an E
    private static <E extends Message> E parse(E type, byte[] payload) {
        try {
            return (E) type.getParserForType().parseFrom(payload);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
