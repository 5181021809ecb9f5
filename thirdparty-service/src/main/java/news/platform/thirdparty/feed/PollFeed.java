package news.platform.thirdparty.feed;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import news.platform.work.task.Job;
import org.springframework.stereotype.Component;

/**
 * Polls a source: its items, their events and its health are written in one transaction, and only while the claim holds: who
 * took longer than the lease leaves no trace. Of a host, few are polled at once: it is the lane.
 */
@Component
final class PollFeed implements Job<PollResult> {
    static final String KIND = "feed-poll";

    private final ReadFeed readFeed;
    private final FeedSources sources;
    private final TakePoll takePoll;
    private final FeedProperties properties;
    private final ObservationRegistry observations;

    PollFeed(
            ReadFeed readFeed,
            FeedSources sources,
            TakePoll takePoll,
            FeedProperties properties,
            ObservationRegistry observations) {
        this.readFeed = readFeed;
        this.sources = sources;
        this.takePoll = takePoll;
        this.properties = properties;
        this.observations = observations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public PollResult call(String id) {
        var source = sources.find(id).orElseThrow(RegisterFeeds::notFound);
        var observation = Observation.start("news.thirdparty.poll", observations);
        try (Observation.Scope _ = observation.openScope()) {
            var result = readFeed.read(source);
            observation.lowCardinalityKeyValue("outcome", result.outcome());
            return result;
        } catch (RuntimeException broken) {
            observation.lowCardinalityKeyValue("outcome", "BROKEN").error(broken);
            throw broken;
        } finally {
            observation.stop();
        }
    }

    @Override
    public void complete(String id, PollResult result) {
        sources.lock(id).ifPresent(source -> takePoll.take(source, result));
    }

    @Override
    public Duration lease() {
        return properties.lease();
    }

    @Override
    public int concurrency() {
        return properties.concurrency();
    }

    @Override
    public int perLane() {
        return properties.perHost();
    }
}
