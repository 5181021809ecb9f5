package news.platform.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import news.platform.error.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes the application's own topics when it starts, so that consumers find them before the first event, and says where one
 * that is there differs from its contract. In the background: a broker that is away keeps nothing from starting.
 */
final class OwnTopics implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OwnTopics.class);

    private final Topics topics;
    private final Duration maxBackOff;
    private volatile CountDownLatch stopping = new CountDownLatch(0);

    OwnTopics(Topics topics, Duration maxBackOff) {
        this.topics = topics;
        this.maxBackOff = maxBackOff;
    }

    @Override
    public void start() {
        List<String> own = topics.own();
        stopping = new CountDownLatch(1);
        if (!own.isEmpty()) {
            Thread.ofVirtual().name("own-topics").start(() -> make(own));
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private void make(List<String> own) {
        var outage = new Outage("topics: the broker", maxBackOff);
        Map<String, Throwable> missing = topics.ensure(own);
        while (!missing.isEmpty()) {
            if (stoppedAfter(outage.failed(missing.values().iterator().next()))) {
                return;
            }
            missing = topics.ensure(own);
        }
        outage.worked();
        try {
            topics.compare(own);
        } catch (ExecutionException e) {
            log.info("topics could not be compared with their contracts: {}", Failures.reason(e));
        }
    }

    private boolean stoppedAfter(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
