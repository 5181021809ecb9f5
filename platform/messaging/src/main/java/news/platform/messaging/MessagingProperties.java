package news.platform.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What platform-messaging may be told.
 *
 * @param prefix what the names of all topics and consumer groups begin with, where several installations share a broker; the
 *     gateway's too. Default: empty.
 * @param maxEventSize the largest event that may be published; topics are made to carry it. Default: 3 MB.
 * @param relay how the outbox is emptied
 * @param consumer how events are taken
 * @param topic how topics are made that are not there yet
 */
@ConfigurationProperties("news.messaging")
record MessagingProperties(
        @DefaultValue("") String prefix,
        @DefaultValue("3MB") DataSize maxEventSize,
        @DefaultValue Relay relay,
        @DefaultValue Consumer consumer,
        @DefaultValue Topic topic) {

    /**
     * @param enabled whether this process may relay; one of those that may does. Default: true.
     * @param batchSize how many rows are read at once. Default: 500.
     * @param pollInterval how often the outbox is looked at although nobody said that there is something, and how soon
     *     another process takes over from a dead one. Default: 1 s.
     * @param sendTimeout how long the broker has to confirm an event before the relay backs off. Default: 10 s.
     * @param maxBackOff the longest pause between two tries while the broker is away. Default: 5 s.
     */
    record Relay(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("500") int batchSize,
            @DefaultValue("1s") Duration pollInterval,
            @DefaultValue("10s") Duration sendTimeout,
            @DefaultValue("5s") Duration maxBackOff) {}

    /**
     * @param concurrency threads that take events, at most one for each partition. Default: 2.
     * @param retries how often an event is tried again before it is a dead letter. Default: 5.
     * @param firstBackOff the pause before the first retry; each next one is three times as long. Default: 200 ms.
     * @param maxBackOff the longest pause between two tries. Default: 5 s.
     * @param inboxRetention how long a handled event is remembered; longer than any redelivery. Default: 7 days.
     */
    record Consumer(
            @DefaultValue("2") int concurrency,
            @DefaultValue("5") int retries,
            @DefaultValue("200ms") Duration firstBackOff,
            @DefaultValue("5s") Duration maxBackOff,
            @DefaultValue("7d") Duration inboxRetention) {}

    /**
     * @param partitions of a new topic; more later would break the order of subjects. Default: 6.
     * @param replicationFactor of a new topic; -1 is the broker's default. Default: -1.
     */
    record Topic(
            @DefaultValue("6") int partitions,
            @DefaultValue("-1") short replicationFactor) {}
}
