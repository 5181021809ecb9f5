package news.platform.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.platform.event.EventTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.core.MicrometerProducerListener;
import org.springframework.kafka.support.ProducerListener;

/**
 * Clients of the broker of {@code spring.kafka.*}, with those settings fixed on which order and delivery rest. Thread-safe.
 */
public final class Kafka implements DisposableBean {
    /** What headers, key and batch may add to an event. */
    static final int RECORD_OVERHEAD = 64 * 1024;

    /** How many records a group's consumer gets at once at most. */
    public static final int POLLED = 100;

    private static final int RECONNECT_MAX_MILLIS = 1000;
    private static final int METADATA_MILLIS = 5000;
    private static final int MAX_BATCH = 2000;
    private static final int FULL_FETCH = 128 * 1024;

    private final KafkaProperties kafka;
    private final MessagingProperties messaging;
    private final DefaultKafkaProducerFactory<String, byte[]> producers;
    private final KafkaTemplate<String, byte[]> template;
    private final MessagingContext context;
    private final Topics topics;

    /** Clients that name themselves and are measured as {@code context} says. */
    public Kafka(KafkaProperties kafka, MessagingProperties messaging, EventTopics topics, MessagingContext context) {
        this.kafka = kafka;
        this.messaging = messaging;
        this.producers =
                new DefaultKafkaProducerFactory<>(producerConfig(), new StringSerializer(), new ByteArraySerializer());
        producers.setPhysicalCloseTimeout(2);
        producers.addListener(new MicrometerProducerListener<>(context.meters()));
        this.template = new KafkaTemplate<>(producers);
        // who sends says what failed, once; the default would log each record
        template.setProducerListener(new ProducerListener<>() {});
        template.setObservationEnabled(true);
        template.setObservationRegistry(context.observations());
        this.context = context;
        this.topics = new Topics(this, topics, messaging, context);
    }

    /** Sends with all replicas' confirmation, without duplicates of its own, in order. */
    public KafkaTemplate<String, byte[]> template() {
        return template;
    }

    /** Consumers of a group; they begin at the beginning and say themselves what they have done. */
    public ConsumerFactory<String, byte[]> consumers(String group) {
        var config = consumerConfig();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return factory(config);
    }

    /** The same for a group that takes what there is in large batches; it finds a topic that appears within seconds. */
    public ConsumerFactory<String, byte[]> batches(String group) {
        var config = consumerConfig();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_BATCH);
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FULL_FETCH);
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MILLIS);
        return factory(config);
    }

    /** Sends in batches what may be lost; never blocks, and refuses what does not fit. To be closed. */
    public Producer<String, byte[]> lossyProducer() {
        var config = new HashMap<>(kafka.buildProducerProperties());
        config.put(ProducerConfig.ACKS_CONFIG, "1");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, FULL_FETCH);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        config.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, (int) TimeUnit.DAYS.toMillis(1));
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MAX_MILLIS);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** A consumer without a group; a position that is not there any more is an error, not skipped. */
    public Consumer<String, byte[]> reader() {
        var config = consumerConfig();
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_BATCH);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return factory(config).createConsumer();
    }

    /** Asks and tells the broker about topics and groups; to be closed. */
    public Admin admin() {
        var config = new HashMap<>(kafka.buildAdminProperties());
        config.put("reconnect.backoff.max.ms", RECONNECT_MAX_MILLIS);
        config.put("default.api.timeout.ms", 5000);
        config.put("request.timeout.ms", 5000);
        return Admin.create(config);
    }

    /** The topics at the broker. */
    public Topics topics() {
        return topics;
    }

    @Override
    public void destroy() {
        producers.destroy();
    }

    private Map<String, Object> producerConfig() {
        int timeout = (int) messaging.relay().sendTimeout().toMillis();
        var config = new HashMap<>(kafka.buildProducerProperties());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout / 2);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MAX_MILLIS);
        config.put(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                (int) messaging.maxEventSize().toBytes() + RECORD_OVERHEAD);
        return config;
    }

    private ConsumerFactory<String, byte[]> factory(Map<String, Object> config) {
        var consumers =
                new DefaultKafkaConsumerFactory<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        consumers.addListener(new MicrometerConsumerListener<>(context.meters()));
        return consumers;
    }

    private Map<String, Object> consumerConfig() {
        var config = new HashMap<>(kafka.buildConsumerProperties());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLLED);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MAX_MILLIS);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return config;
    }
}
