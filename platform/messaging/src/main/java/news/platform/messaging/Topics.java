package news.platform.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes topics that are not there. Never changes one that is: more partitions would send a subject's next event elsewhere
 * than its last. Thread-safe.
 */
final class Topics {
    private static final int TIMEOUT_SECONDS = 10;

    private final Map<String, Object> adminConfig;
    private final MessagingProperties properties;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Topics(Map<String, Object> adminConfig, MessagingProperties properties) {
        this.adminConfig = adminConfig;
        this.properties = properties;
    }

    /** The dead letter topic of a topic. */
    static String deadLetters(String topic) {
        return topic + ".dlt";
    }

    /**
     * All of these are there when this returns.
     *
     * @throws KafkaException where the broker is away or refuses
     */
    void ensure(Collection<String> topics) {
        List<String> missing = topics.stream()
                .filter(topic -> !known.contains(topic))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        try (var admin = Admin.create(adminConfig)) {
            var results = admin.createTopics(missing.stream().map(this::topic).toList())
                    .values();
            for (var result : results.entrySet()) {
                try {
                    result.getValue().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new KafkaException("topic " + result.getKey() + " not made", e.getCause());
                    }
                }
                known.add(result.getKey());
            }
        } catch (TimeoutException e) {
            throw new KafkaException("topics " + missing + " not made in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private NewTopic topic(String name) {
        long bytes = properties.maxEventSize().toBytes() + Kafka.RECORD_OVERHEAD;
        return new NewTopic(
                        name,
                        properties.topic().partitions(),
                        properties.topic().replicationFactor())
                .configs(Map.of("max.message.bytes", Long.toString(bytes)));
    }
}
