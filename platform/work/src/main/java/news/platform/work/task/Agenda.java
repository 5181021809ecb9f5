package news.platform.work.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import news.platform.work.Round;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is to be done when: a row for each kind and key, written in the caller's transaction, so it is there if, and only if,
 * what it belongs to is. The {@link Timer} or {@link Job} of that kind does it, in whichever replica. Thread-safe.
 */
public final class Agenda {
    private final Tasks tasks;
    private final Clock clock;
    private final Duration poll;
    private final Map<String, Round> rounds = new ConcurrentHashMap<>();

    Agenda(Tasks tasks, Clock clock, Duration poll) {
        this.tasks = tasks;
        this.clock = clock;
        this.poll = poll;
    }

    /**
     * Has it done then. What was scheduled under this key before is no more: neither its time, nor its failures, nor what a job
     * that is under way will come back with.
     *
     * @param kind as the timer or job says
     * @param key names the subject; for a job to repeat, it is also what makes its calls idempotent
     * @param due a time that has passed means at once
     */
    public void schedule(String kind, String key, Instant due) {
        schedule(kind, key, "", due);
    }

    /**
     * Has a job done then, a few of its lane at once.
     *
     * @param lane what they must share sparingly, as a host; see {@link Job#perLane()}
     */
    public void schedule(String kind, String key, String lane, Instant due) {
        tasks.put(kind, key, lane, due);
        if (due.isBefore(clock.instant().plus(poll))) {
            wake(kind);
        }
    }

    /**
     * Has it done then, unless it is scheduled already, for whatever time.
     *
     * @return whether it was not
     */
    public boolean ensure(String kind, String key, String lane, Instant due) {
        return tasks.add(kind, key, lane, due);
    }

    /**
     * Has it not done. It waits for a timer that is firing, and when it returns the timer has fired, or never will; a job that
     * is under way may have called out already, but will have no effect here.
     *
     * @return false where there was nothing to cancel: it was done, or never scheduled
     */
    public boolean cancel(String kind, String key) {
        return tasks.remove(kind, key);
    }

    /** Has this replica look at once when something of the kind is soon due; the others look by themselves. */
    void wakes(String kind, Round round) {
        if (rounds.putIfAbsent(kind, round) != null) {
            throw new IllegalStateException(kind + ": two that do it (expected: one timer or job of a kind)");
        }
    }

    private void wake(String kind) {
        Round round = rounds.get(kind);
        if (round == null) {
            return;
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    round.wake();
                }
            });
        } else {
            round.wake();
        }
    }
}
