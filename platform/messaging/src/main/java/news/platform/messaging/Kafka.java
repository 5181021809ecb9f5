package news.platform.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
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
final class Kafka implements DisposableBean {
    /** What headers, key and batch may add to an event. */
    static final int RECORD_OVERHEAD = 64 * 1024;

    private static final int RECONNECT_MAX_MILLIS = 1000;

    private final KafkaProperties kafka;
    private final MessagingProperties messaging;
    private final DefaultKafkaProducerFactory<String, byte[]> producers;
    private final KafkaTemplate<String, byte[]> template;
    private final DefaultKafkaConsumerFactory<String, byte[]> consumers;

    Kafka(KafkaProperties kafka, MessagingProperties messaging, MessagingContext context) {
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
        this.consumers = new DefaultKafkaConsumerFactory<>(
                consumerConfig(context.group()), new StringDeserializer(), new ByteArrayDeserializer());
        consumers.addListener(new MicrometerConsumerListener<>(context.meters()));
    }

    /** Sends with all replicas' confirmation, without duplicates of its own, in order. */
    KafkaTemplate<String, byte[]> template() {
        return template;
    }

    /** Consumers of the application's group. */
    ConsumerFactory<String, byte[]> consumers() {
        return consumers;
    }

    Topics topics() {
        var config = new HashMap<>(kafka.buildAdminProperties());
        config.put("reconnect.backoff.max.ms", RECONNECT_MAX_MILLIS);
        config.put("default.api.timeout.ms", 5000);
        config.put("request.timeout.ms", 5000);
        return new Topics(config, messaging);
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

    private Map<String, Object> consumerConfig(String group) {
        var config = new HashMap<>(kafka.buildConsumerProperties());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MAX_MILLIS);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return config;
    }
}
