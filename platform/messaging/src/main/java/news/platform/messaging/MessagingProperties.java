package news.platform.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What platform-messaging may be told.
 *
 * @param prefix what the names of all topics and consumer groups begin with, where several installations share a broker.
 *     Default: empty.
 * @param maxEventSize the largest event that may be published; topics are made to carry it. Default: 3 MB.
 * @param relay how the outbox is emptied
 * @param consumer how events are taken
 * @param topic how topics are made that are not there yet
 */
@ConfigurationProperties("news.messaging")
public record MessagingProperties(
        @DefaultValue("") String prefix,
        @DefaultValue("3MB") DataSize maxEventSize,
        @DefaultValue Relay relay,
        @DefaultValue Consumer consumer,
        @DefaultValue Topic topic) {
    /**
     * @param enabled whether this process may relay; one of those that may does. Default: true.
     * @param url the JDBC URL of a session of its own, where the application's goes through a pooler that has none: the
     *     relay's lock and its wake-up need one. Default: the application's.
     * @param batchSize how many rows are read at once. Default: 500.
     * @param pollInterval how often the outbox is looked at although nobody said that there is something, and how soon
     *     another process takes over from a dead one. Default: 1 s.
     * @param sendTimeout how long the broker has to confirm an event before it is sent again. Default: 10 s.
     * @param patience how long the relay itself waits for that; then other partitions go on. Default: 1 s.
     * @param rest how long the relay lets events gather after it has sent the last one, and so by how much an event may be late that
     *     is published just then. Default: 50 ms.
     */
    public record Relay(
            @DefaultValue("true") boolean enabled,
            @Nullable String url,
            @DefaultValue("500") int batchSize,
            @DefaultValue("1s") Duration pollInterval,
            @DefaultValue("10s") Duration sendTimeout,
            @DefaultValue("1s") Duration patience,
            @DefaultValue("50ms") Duration rest) {}

    /**
     * @param retries how often an event is tried again before it is a dead letter. Default: 5.
     * @param firstBackOff the pause before the first retry; each next one is three times as long. Default: 200 ms.
     * @param maxBackOff the longest pause between two tries. Default: 5 s.
     * @param rest how long a handler that takes several events together lets them gather after it has handled some, and so by how much an
     *     event may have its effect late that comes just then. Default: 100 ms.
     * @param catchUp how long a starting replica waits, before it is ready, for the state of compacted topics. Default: 10 s.
     * @param inboxRetention how long a handled event is remembered; longer than any redelivery. Default: 7 days.
     */
    public record Consumer(
            @DefaultValue("5") int retries,
            @DefaultValue("200ms") Duration firstBackOff,
            @DefaultValue("5s") Duration maxBackOff,
            @DefaultValue("100ms") Duration rest,
            @DefaultValue("10s") Duration catchUp,
            @DefaultValue("7d") Duration inboxRetention) {}

    /**
     * @param create which topics this process makes. Default: {@code OWN}.
     * @param partitions of every new topic, whatever the contract says: for tests. Default: as declared.
     * @param replicationFactor of a new topic; -1 is the broker's default. Default: -1.
     */
    public record Topic(
            @DefaultValue("OWN") Create create,
            @Nullable Integer partitions,
            @DefaultValue("-1") short replicationFactor) {}

    /** Which topics a process makes where they are not there. */
    public enum Create {
        /** Those that it publishes to, and its dead letters. */
        OWN,
        /** All that it needs: for a process without its neighbours. */
        ALL,
        /** None: they are made by other means. */
        NONE
    }
}
