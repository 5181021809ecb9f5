package news.platform.messaging.replica;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.SmartLifecycle;

/**
 * The feeds of this replica as long as it runs. It is ready when they have caught up, or after a while without: what needs
 * the state of a topic must do without it then, as it must while the broker is away.
 */
final class ReplicaFeeds implements SmartLifecycle, ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(ReplicaFeeds.class);

    private final List<ReplicaFeed> feeds;
    private final Duration patience;
    private volatile boolean running;

    ReplicaFeeds(List<ReplicaFeed> feeds, Duration patience) {
        this.feeds = List.copyOf(feeds);
        this.patience = patience;
    }

    @Override
    public void start() {
        running = true;
        feeds.forEach(ReplicaFeed::start);
    }

    @Override
    public void stop() {
        running = false;
        feeds.parallelStream().forEach(ReplicaFeed::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Readiness comes after the runners. */
    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (ReplicaFeed feed : feeds) {
            if (!feed.awaitCaughtUp(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
                log.warn("{} has not caught up within {} s, ready without", feed.name(), patience.toSeconds());
            }
        }
    }
}
