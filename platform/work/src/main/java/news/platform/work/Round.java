package news.platform.work;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One thing that this process does again and again, in a virtual thread of its own: no other round waits for it. Made by
 * {@link Rounds}, which also starts and stops it. A failure ends nothing: it is counted, an outage is said in one line, and
 * the next turn comes after a pause that grows up to five seconds, or to the round's own pause where that is longer.
 * Metrics, tagged with its name: {@code news.work.round} (how long turns take, by outcome) and {@code
 * news.work.round.success.age} (since the last that succeeded, or since the start). Thread-safe.
 */
public final class Round {
    private final String name;
    private final Turn turn;
    private final Duration first;
    private final Waiting waiting;
    private final Outage outage;
    private final Clock clock;
    private final Timer succeeded;
    private final Timer failed;
    private final Semaphore wake = new Semaphore(0);
    private volatile long lastSuccess;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    /**
     * @param first the pause before the first turn
     * @param longestPause how far the pauses after failures grow
     */
    Round(String name, Turn turn, Duration first, Duration longestPause, MeterRegistry meters, Waiting waiting) {
        this.name = name;
        this.turn = turn;
        this.first = first;
        this.waiting = waiting;
        this.clock = meters.config().clock();
        this.outage = new Outage(name, longestPause, clock);
        this.succeeded = timer("success", meters);
        this.failed = timer("failure", meters);
        this.lastSuccess = clock.monotonicTime();
        TimeGauge.builder("news.work.round.success.age", this, TimeUnit.NANOSECONDS, Round::successAge)
                .description("since a turn of the round succeeded, or since the start")
                .tag("round", name)
                .register(meters);
    }

    /** Ends the present pause, or the next one where none is under way. */
    public void wake() {
        wake.release();
    }

    void start() {
        stopping = false;
        lastSuccess = clock.monotonicTime();
        thread = Thread.ofVirtual().name("round-" + name).start(this::run);
    }

    /** Asks it to end, without waiting for that. */
    void end() {
        stopping = true;
        wake.release();
    }

    /** Waits for the end, then interrupts. */
    void join(Duration grace) throws InterruptedException {
        var running = thread;
        if (running != null && !running.join(grace)) {
            running.interrupt();
        }
        thread = null;
    }

    private void run() {
        var pause = first;
        while (paused(pause)) {
            pause = next();
        }
    }

    /** False where it is to end. */
    private boolean paused(Duration pause) {
        try {
            if (pause.isPositive() && !stopping) {
                waiting.await(wake, pause);
            }
            return !stopping;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One turn, and the pause after it. Whatever is thrown, errors too: a round that is dead and silent is worse. */
    private Duration next() {
        long begin = clock.monotonicTime();
        try {
            var pause = turn.take();
            long end = clock.monotonicTime();
            lastSuccess = end;
            succeeded.record(end - begin, TimeUnit.NANOSECONDS);
            outage.worked();
            return pause;
        } catch (Throwable e) {
            if (stopping) {
                return Duration.ZERO;
            }
            failed.record(clock.monotonicTime() - begin, TimeUnit.NANOSECONDS);
            return outage.failed(e);
        }
    }

    private double successAge() {
        return clock.monotonicTime() - lastSuccess;
    }

    private Timer timer(String outcome, MeterRegistry meters) {
        return Timer.builder("news.work.round")
                .description("how long a turn of the round took")
                .tags("round", name, "outcome", outcome)
                .register(meters);
    }
}
