package news.platform.event;

import java.time.Duration;
import news.platform.event.v1.Topic;

/**
 * A topic as its owner makes it.
 *
 * @param name the type of its events without their fact, e.g. {@code news.content.article.v1}
 * @param partitions how many; for ever, because more would send a subject's next event elsewhere than its last
 * @param retention how long an event stays; of a compacted topic, how long a tombstone does
 * @param compacted whether the last event of each subject stays for good, which then carries the subject's whole state
 */
public record TopicDescription(String name, int partitions, Duration retention, boolean compacted) {
    static TopicDescription of(Topic topic) {
        return new TopicDescription(
                topic.getName(),
                topic.getPartitions(),
                Duration.ofSeconds(
                        topic.getRetention().getSeconds(), topic.getRetention().getNanos()),
                topic.getCompacted());
    }

    /** The domain whose service publishes here and makes the topic: {@code content}. */
    public String owner() {
        return name.split("\\.")[1];
    }
}
