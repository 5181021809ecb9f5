package news.platform.work;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * What a process does by itself, a bean: components add their {@link Round}s when they are made. All of them start when the
 * application has started and are stopped, together, before anything that they use: each may finish its turn, for five
 * seconds, then it is interrupted. What is added while the application runs starts at once. Thread-safe.
 */
public final class Rounds implements SmartLifecycle {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final double SPREAD = 0.1;

    private final MeterRegistry meters;
    private final Waiting waiting;
    private final List<Round> rounds = new ArrayList<>();
    private volatile boolean running;

    /** Of an application of its own, which starts and stops them. */
    public Rounds(MeterRegistry meters) {
        this(meters, Waiting.PARKED);
    }

    Rounds(MeterRegistry meters, Waiting waiting) {
        this.meters = meters;
        this.waiting = waiting;
    }

    /**
     * Does it again and again, with the same pause between two turns, a tenth more or less; the first turn comes at a random
     * moment within the pause. So replicas that start together do not work together.
     *
     * @param name unique in the process; what metrics, log and thread call it
     */
    public Round every(String name, Duration pause, Runnable work) {
        Turn turn = () -> {
            work.run();
            return times(pause, 1 + SPREAD * (2 * random() - 1));
        };
        return add(new Round(name, turn, times(pause, random()), longest(pause), meters, waiting));
    }

    /**
     * Does it again and again, as often as it says itself; the first turn comes at once.
     *
     * @param name unique in the process; what metrics, log and thread call it
     */
    public Round paced(String name, Turn turn) {
        return add(new Round(name, turn, Duration.ZERO, LONGEST_PAUSE, meters, waiting));
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            rounds.forEach(Round::start);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        rounds.forEach(Round::end);
        long end = System.nanoTime() + GRACE.toNanos();
        try {
            for (Round round : rounds) {
                round.join(Duration.ofNanos(Math.max(TimeUnit.MILLISECONDS.toNanos(1), end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private synchronized Round add(Round round) {
        rounds.add(round);
        if (running) {
            round.start();
        }
        return round;
    }

    private static Duration longest(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) > 0 ? pause : LONGEST_PAUSE;
    }

    private static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    private static Duration times(Duration pause, double factor) {
        return Duration.ofNanos((long) (pause.toNanos() * factor));
    }
}
