package news.platform.benchmarks.market;

import com.google.protobuf.InvalidProtocolBufferException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import news.platform.local.console.Complaint;
import news.platform.thirdparty.v1.TicksReceived;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of ticks beside the service, from now on. */
final class Tape implements AutoCloseable {
    private static final TopicPartition TOPIC = new TopicPartition("news.thirdparty.tick.v1", 0);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Minutes minutes;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread thread;

    /** Returns when it reads. */
    Tape(String bootstrapServers, Minutes minutes) {
        this.minutes = minutes;
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.thread = Thread.ofPlatform().name("tape").start(this::run);
        try {
            if (!begun.await(30, TimeUnit.SECONDS)) {
                throw new Complaint("The topic of ticks cannot be read.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Complaint("Interrupted.", e);
        }
    }

    private void run() {
        try (consumer) {
            consumer.assign(List.of(TOPIC));
            consumer.seekToEnd(List.of(TOPIC));
            consumer.position(TOPIC);
            begun.countDown();
            while (!over.get()) {
                consumer.poll(POLL).forEach(message -> add(message.value()));
            }
        }
    }

    private void add(byte[] value) {
        try {
            for (var tick : TicksReceived.parseFrom(value).getTicksList()) {
                Instant time = Instant.ofEpochSecond(
                        tick.getTime().getSeconds(), tick.getTime().getNanos());
                minutes.add(tick.getSymbol(), time, new BigDecimal(tick.getPrice()), tick.getVolume());
            }
        } catch (InvalidProtocolBufferException e) {
            throw new Complaint("There is something else than ticks in their topic.", e);
        }
    }

    @Override
    public void close() {
        over.set(true);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
