package news.platform.gateway.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    @Bean
    EventFeed eventFeed(
            KafkaProperties kafka, Environment environment, List<EdgeEventListener> listeners, MeterRegistry meters) {
        // the services' property, by the same name
        String prefix = environment.getProperty("news.messaging.prefix", "");
        EventFeed feed = new EventFeed(() -> new KafkaConsumer<>(settings(kafka)), prefix, listeners);
        Gauge.builder("news.gateway.events.connected", feed, f -> f.isConnected() ? 1 : 0)
                .description("1 while purges and revocations arrive")
                .register(meters);
        return feed;
    }

    private static Map<String, Object> settings(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // a position that is gone is a gap that must be told, not skipped
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }
}
