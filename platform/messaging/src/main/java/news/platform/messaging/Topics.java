package news.platform.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import news.platform.event.EventTopics;
import news.platform.event.TopicDescription;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics of the contract at the broker. Makes those that this application owns; never changes one that is there: more
 * partitions would send a subject's next event elsewhere than its last. Thread-safe.
 */
public final class Topics {
    private static final Logger log = LoggerFactory.getLogger(Topics.class);
    private static final String DEAD_LETTERS = ".dlt";
    private static final String DEAD_LETTERS_RETENTION = Long.toString(30L * 24 * 60 * 60 * 1000);

    private final Kafka kafka;
    private final EventTopics declared;
    private final MessagingProperties properties;
    private final MessagingContext context;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Topics(Kafka kafka, EventTopics declared, MessagingProperties properties, MessagingContext context) {
        this.kafka = kafka;
        this.declared = declared;
        this.properties = properties;
        this.context = context;
    }

    /** The dead letter topic of a topic. */
    public static String deadLetters(String topic) {
        return topic.endsWith(DEAD_LETTERS) ? topic : topic + DEAD_LETTERS;
    }

    /**
     * Sees to it that these topics are there, by their names at the broker.
     *
     * @return those that are not, each with the reason
     */
    public Map<String, Throwable> ensure(Collection<String> names) {
        var failures = new HashMap<String, Throwable>();
        var make = new ArrayList<NewTopic>();
        var look = new ArrayList<String>();
        for (String name :
                names.stream().filter(name -> !known.contains(name)).distinct().toList()) {
            Optional<TopicDescription> topic = describe(name);
            if (topic.isEmpty()) {
                failures.put(name, new InvalidTopicException(name + " is declared by no contract on the class path"));
            } else if (mayMake(name, topic.get())) {
                make.add(newTopic(name, topic.get()));
            } else {
                look.add(name);
            }
        }
        if (make.isEmpty() && look.isEmpty()) {
            return failures;
        }
        try (Admin admin = kafka.admin()) {
            admin.createTopics(make).values().forEach((name, made) -> settle(name, made, failures));
            admin.describeTopics(look).topicNameValues().forEach((name, found) -> settle(name, found, failures));
        }
        return failures;
    }

    /**
     * The same for who can do nothing without one of them.
     *
     * @throws KafkaException names one that is not there for now
     */
    public void require(Collection<String> names) {
        ensure(names).entrySet().stream().findFirst().ifPresent(missing -> {
            throw new KafkaException(missing.getKey() + " is not there for now", missing.getValue());
        });
    }

    /** Looks again, when next asked, whether the topic is there. */
    public void forget(String name) {
        known.remove(name);
    }

    /** Those that this application publishes to, by their names at the broker. */
    List<String> own() {
        return declared.all().values().stream()
                .filter(context::owns)
                .map(topic -> context.topic(topic.name()))
                .toList();
    }

    /**
     * Says, in the log, where a topic is not as its contract declares it. It stays as it is.
     *
     * @throws ExecutionException where the broker does not answer
     */
    void compare(Collection<String> names) throws ExecutionException {
        var resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        try (Admin admin = kafka.admin()) {
            var found = admin.describeTopics(names).allTopicNames().get();
            var configs = admin.describeConfigs(resources).all().get();
            found.forEach((name, topic) -> describe(name)
                    .map(wanted -> newTopic(name, wanted))
                    .ifPresent(wanted -> {
                        warn(
                                name,
                                "partitions",
                                wanted.numPartitions(),
                                topic.partitions().size());
                        Config config = configs.get(new ConfigResource(ConfigResource.Type.TOPIC, name));
                        wanted.configs().forEach((key, value) -> warn(name, key, value, value(config, key)));
                    }));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static Object value(@Nullable Config config, String key) {
        var entry = config == null ? null : config.get(key);
        return entry == null ? "nothing" : String.valueOf(entry.value());
    }

    private static void warn(String topic, String what, Object declared, Object found) {
        if (!declared.equals(found)) {
            log.warn("topic {}: {} is {}, its contract declares {}; it is left as it is", topic, what, found, declared);
        }
    }

    private boolean mayMake(String name, TopicDescription topic) {
        return switch (properties.topic().create()) {
            case ALL -> true;
            case NONE -> false;
            case OWN -> name.endsWith(DEAD_LETTERS) || context.owns(topic);
        };
    }

    private Optional<TopicDescription> describe(String name) {
        if (!name.startsWith(context.prefix())) {
            return Optional.empty();
        }
        String contractual = name.substring(context.prefix().length());
        return declared.find(
                contractual.endsWith(DEAD_LETTERS)
                        ? contractual.substring(0, contractual.length() - DEAD_LETTERS.length())
                        : contractual);
    }

    private NewTopic newTopic(String name, TopicDescription topic) {
        long bytes = properties.maxEventSize().toBytes() + Kafka.RECORD_OVERHEAD;
        Integer partitions = properties.topic().partitions();
        var config = new HashMap<String, String>();
        config.put("max.message.bytes", Long.toString(bytes));
        if (name.endsWith(DEAD_LETTERS)) {
            config.put("retention.ms", DEAD_LETTERS_RETENTION);
        } else if (topic.compacted()) {
            config.put("cleanup.policy", "compact");
            config.put("delete.retention.ms", Long.toString(topic.retention().toMillis()));
        } else {
            config.put("retention.ms", Long.toString(topic.retention().toMillis()));
        }
        return new NewTopic(
                        name,
                        partitions == null ? topic.partitions() : partitions,
                        properties.topic().replicationFactor())
                .configs(config);
    }

    private void settle(String name, KafkaFuture<?> answer, Map<String, Throwable> failures) {
        try {
            answer.get();
            known.add(name);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case TopicExistsException _ -> known.add(name);
                case UnknownTopicOrPartitionException _ ->
                    failures.put(
                            name, new UnknownTopicOrPartitionException(name + " is not there: its owner makes it"));
                case null -> failures.put(name, e);
                case Throwable cause -> failures.put(name, cause);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static InterruptException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new InterruptException(e);
    }
}
