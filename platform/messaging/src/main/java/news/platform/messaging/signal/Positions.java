package news.platform.messaging.signal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Up to where consumers have handled partitions, in the transactions of what came of it. Thread-safe. */
final class Positions {
    private final JdbcClient jdbc;

    Positions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next offsets of these partitions, 0 where nothing was handled; nobody else's until the transaction ends. */
    Map<TopicPartition, Long> locked(String consumer, Set<TopicPartition> partitions) {
        var positions = new HashMap<TopicPartition, Long>();
        partitions.stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .forEach(partition -> {
                    jdbc.sql("""
                            INSERT INTO platform.event_position (consumer, topic, partition, position)
                            VALUES (:consumer, :topic, :partition, 0) ON CONFLICT DO NOTHING""")
                            .param("consumer", consumer)
                            .param("topic", partition.topic())
                            .param("partition", partition.partition())
                            .update();
                    positions.put(
                            partition,
                            jdbc.sql("""
                                    SELECT position FROM platform.event_position
                                    WHERE consumer = :consumer AND topic = :topic AND partition = :partition FOR UPDATE""")
                                    .param("consumer", consumer)
                                    .param("topic", partition.topic())
                                    .param("partition", partition.partition())
                                    .query(Long.class)
                                    .single());
                });
        return positions;
    }

    /** All before this offset is handled. */
    void move(String consumer, TopicPartition partition, long next) {
        jdbc.sql("""
                        UPDATE platform.event_position SET position = :next
                        WHERE consumer = :consumer AND topic = :topic AND partition = :partition""")
                .param("next", next)
                .param("consumer", consumer)
                .param("topic", partition.topic())
                .param("partition", partition.partition())
                .update();
    }
}
