package news.platform.work.task;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.work.Turn;
import org.jspecify.annotations.Nullable;

/** Fires the timers of a kind that are due, one after the other, each in a transaction of its own. */
final class Firing implements Turn {
    private static final int BATCH = 500;

    private final Timer timer;
    private final WorkContext context;
    private final Attempts attempts;

    Firing(Timer timer, WorkContext context) {
        this.timer = timer;
        this.context = context;
        this.attempts = new Attempts(timer.kind(), context);
    }

    /** Mostly nothing is due, which one look says. */
    @Override
    public Duration take() {
        var pause = attempts.pause();
        if (!attempts.isWaiting()) {
            return pause;
        }
        boolean more = fireBatch();
        pause = attempts.pause();
        return more ? Duration.ZERO : pause;
    }

    /** False where nothing was left. */
    private boolean fireBatch() {
        // rows that died before the last one are not looked at again, which counts where many are due
        var after = Instant.EPOCH;
        for (int count = 0; count < BATCH && context.rounds().isRunning(); count++) {
            var task = fire(after);
            if (task == null) {
                return false;
            }
            after = task.due();
        }
        return true;
    }

    /** Fires the next one; null where there is none. */
    private @Nullable Task fire(Instant after) {
        var taken = new AtomicReference<@Nullable Task>();
        try {
            context.transaction().executeWithoutResult(_ -> context.tasks()
                    .take(timer.kind(), after, context.clock().instant())
                    .ifPresent(task -> {
                        taken.set(task);
                        attempts.make(() -> timer.fire(task.key()));
                    }));
        } catch (RuntimeException | Error e) {
            var task = taken.get();
            if (task == null) {
                throw e;
            }
            attempts.failed(task, e);
            return task;
        }
        var task = taken.get();
        if (task != null) {
            attempts.done(task);
        }
        return task;
    }
}
