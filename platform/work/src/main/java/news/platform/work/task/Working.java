package news.platform.work.task;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.work.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims the jobs of a kind that are due, as many as it may do at once, and does each in a virtual thread of its own. */
final class Working<R> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Working.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Job<R> job;
    private final Claims claims;
    private final WorkContext context;
    private final Attempts attempts;
    private final Semaphore places;
    private final AtomicInteger ended = new AtomicInteger();
    /** Whether the last turn brought something; the round's thread only. */
    private boolean busy;

    private final ExecutorService threads;
    private final Round round;

    Working(Job<R> job, Claims claims, WorkContext context) {
        this.job = job;
        this.claims = claims;
        this.context = context;
        this.attempts = new Attempts(job.kind(), context);
        this.places = new Semaphore(job.concurrency());
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(job.kind() + "-", 0).factory());
        this.round = context.rounds().paced(job.kind(), this::take);
    }

    String kind() {
        return job.kind();
    }

    Round round() {
        return round;
    }

    /** Does that one now, in this thread; false where somebody is at it. */
    boolean now(String key, String lane) {
        var claimed = claims.one(job, key, lane, context.clock().instant());
        claimed.ifPresent(this::attempt);
        return claimed.isPresent();
    }

    /** What is not done in time is interrupted and tried again, by another replica perhaps. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                threads.awaitTermination(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** One turn. After one that brought nothing it looks first, as mostly nothing is due then. */
    private Duration take() {
        if (!busy) {
            var pause = attempts.pause();
            if (!attempts.isWaiting()) {
                return pause;
            }
        }
        return claim();
    }

    /**
     * As long as it gets all that it has places for it takes another turn; else nothing is left, or what is left waits for others of
     * its lane. Whoever gives a place back wakes the round where something was left.
     */
    private Duration claim() {
        int before = ended.get();
        int free = places.drainPermits();
        List<Task> claimed = List.of();
        try {
            if (free > 0) {
                claimed = claims.due(job, free, context.clock().instant());
            }
        } finally {
            places.release(free - claimed.size());
            claimed.forEach(task -> threads.execute(() -> background(task)));
        }
        busy = free == 0 ? busy : !claimed.isEmpty();
        if (free > 0 && claimed.size() == free) {
            return Duration.ZERO;
        }
        var pause = attempts.pause();
        // whoever ended before the look did not know that something was left
        return attempts.isWaiting() && ended.get() != before ? Duration.ZERO : pause;
    }

    private void background(Task task) {
        try {
            attempt(task);
        } catch (RuntimeException | Error e) {
            // written down, or else the lease ends by itself
            log.debug("{} {} failed", task.kind(), task.key(), e);
        } finally {
            places.release();
            ended.incrementAndGet();
            if (attempts.isWaiting()) {
                round.wake();
            }
        }
    }

    private void attempt(Task task) {
        try {
            if (task.attempt() > context.properties().attempts()) {
                throw new IllegalStateException("its process died, or it took longer than its lease, each time");
            }
            attempts.make(() -> complete(task, job.call(task.key())));
        } catch (RuntimeException | Error e) {
            attempts.failed(task, e);
            throw e;
        }
    }

    private void complete(Task task, R result) {
        boolean kept = Boolean.TRUE.equals(context.transaction().execute(_ -> {
            if (!claims.end(task)) {
                return false;
            }
            job.complete(task.key(), result);
            return true;
        }));
        if (kept) {
            attempts.done(task);
        } else {
            attempts.dropped(task);
        }
    }
}
