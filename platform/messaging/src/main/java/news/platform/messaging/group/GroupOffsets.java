package news.platform.messaging.group;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import news.platform.messaging.EventHandler.From;
import news.platform.messaging.Kafka;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a group begins that has never been anywhere. */
record GroupOffsets(Kafka kafka) {
    private static final Logger log = LoggerFactory.getLogger(GroupOffsets.class);

    /**
     * Gives a group that has no positions in these topics those that it begins with: where {@code former}, the group that did
     * its work before, has been; else at the end, or nowhere, which is the beginning.
     *
     * @throws KafkaException where the broker does not answer
     */
    void prepare(String group, Set<String> topics, From from, String former) {
        try (Admin admin = kafka.admin()) {
            List<TopicPartition> partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .toList();
            var missing = new HashMap<TopicPartition, OffsetAndMetadata>();
            Map<TopicPartition, OffsetAndMetadata> own = committed(admin, group);
            if (partitions.stream().anyMatch(own::containsKey)) {
                return;
            }
            if (from instanceof From.Now) {
                missing.putAll(ends(admin, partitions));
            }
            Map<TopicPartition, OffsetAndMetadata> before = committed(admin, former);
            partitions.stream()
                    .filter(before::containsKey)
                    .forEach(partition -> missing.put(partition, before.get(partition)));
            if (!missing.isEmpty()) {
                begin(admin, group, missing);
            }
        } catch (ExecutionException e) {
            throw new KafkaException("group " + group + " not prepared", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    private static void begin(Admin admin, String group, Map<TopicPartition, OffsetAndMetadata> offsets)
            throws InterruptedException {
        try {
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
            log.info("group {} begins at {}", group, offsets);
        } catch (ExecutionException e) {
            // a replica was quicker and its members are at work
            log.info("group {} has begun already: {}", group, String.valueOf(e.getCause()));
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<TopicPartition, OffsetAndMetadata> ends(Admin admin, List<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(
                        partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new OffsetAndMetadata(entry.getValue().offset())));
    }
}
