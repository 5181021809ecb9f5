package news.platform.thirdparty.feed;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Polls what is due, a bounded number at once, each in a virtual thread. Any number of replicas may run: a source is claimed
 * in the database before it is polled.
 */
@Component
final class FeedPolling implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(FeedPolling.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Polls polls;
    private final PollFeed pollFeed;
    private final FeedProperties properties;
    private final ObservationRegistry observations;
    private final Semaphore slots;
    private final Semaphore wake = new Semaphore(0);
    private final AtomicReference<@Nullable ExecutorService> threads = new AtomicReference<>();
    private volatile boolean running;

    FeedPolling(Polls polls, PollFeed pollFeed, FeedProperties properties, ObservationRegistry observations) {
        this.polls = polls;
        this.pollFeed = pollFeed;
        this.properties = properties;
        this.observations = observations;
        this.slots = new Semaphore(properties.concurrency());
    }

    @Override
    public boolean isAutoStartup() {
        return properties.polling();
    }

    @Override
    public synchronized void start() {
        ExecutorService started = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("poll-", 0).factory());
        threads.set(started);
        running = true;
        started.execute(() -> loop(started));
    }

    @Override
    public synchronized void stop() {
        running = false;
        ExecutorService started = threads.getAndSet(null);
        if (started == null) {
            return;
        }
        // what is not done in time is taken over by another replica when its lease ends
        wake.release();
        started.shutdown();
        try {
            if (!started.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                started.shutdownNow();
            }
        } catch (InterruptedException e) {
            started.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Looks for due sources now rather than at the next tick. */
    void wake() {
        wake.release();
    }

    private void loop(ExecutorService executor) {
        try {
            while (running) {
                if (claimAndPoll(executor) == 0) {
                    wake.tryAcquire(properties.tick().toMillis(), TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private int claimAndPoll(ExecutorService executor) throws InterruptedException {
        slots.acquire();
        int free = 1 + slots.drainPermits();
        int claimed = 0;
        try {
            List<Claim> claims = running ? polls.claimDue(free) : List.of();
            for (Claim claim : claims) {
                executor.execute(() -> poll(claim));
                claimed++;
            }
        } catch (RuntimeException outage) {
            log.warn("no feeds can be claimed: {}", outage.toString());
        } finally {
            slots.release(free - claimed);
        }
        return claimed;
    }

    private void poll(Claim claim) {
        var observation = Observation.start("news.thirdparty.poll", observations);
        try (Observation.Scope _ = observation.openScope()) {
            observation.lowCardinalityKeyValue("outcome", pollFeed.poll(claim).outcome());
        } catch (RuntimeException broken) {
            // the claim runs out by itself; other sources are not concerned
            observation.lowCardinalityKeyValue("outcome", "BROKEN").error(broken);
            log.error("polling {} broke", claim.source().url(), broken);
        } finally {
            observation.stop();
            slots.release();
            wake.release();
        }
    }
}
