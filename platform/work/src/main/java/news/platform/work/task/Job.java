package news.platform.work.task;

import java.time.Duration;

/**
 * What calls out when its time has come: another service, a host on the internet. A bean; each kind has a round of its own.
 * When is said by {@link Agenda#schedule(String, String, String, java.time.Instant)}.
 *
 * <p>A replica claims it for the length of a lease, calls outside of any transaction, and completes it in one: the effect and
 * the end of the job, only if nobody has claimed, scheduled or cancelled it since. So it has its effect once. The call may be
 * made again, also while the first is still under way: it is idempotent by kind and key. A call or completion that throws is
 * tried again later, at growing intervals, while the others go on; in the end it is parked. An attempt whose process dies
 * counts, too.
 *
 * @param <R> what the call brings
 */
public interface Job<R> {
    /** Names what is done, for ever: rows in the database carry it. */
    String kind();

    /**
     * Calls out; in a virtual thread, outside of any transaction. It ends before the lease does.
     *
     * @param key names the subject
     */
    R call(String key);

    /**
     * What follows, in the transaction in which the job ends. May schedule it anew, which is how something is done again and
     * again. It waits no longer than half a second for a lock, see {@link Timer#fire}.
     */
    void complete(String key, R result);

    /** How long an attempt may take before another replica makes the next; one minute. */
    default Duration lease() {
        return Duration.ofMinutes(1);
    }

    /** How many a replica does at once; eight. */
    default int concurrency() {
        return 8;
    }

    /** How many of one lane all replicas do at once; without lanes, which is the default, it means nothing. */
    default int perLane() {
        return Integer.MAX_VALUE;
    }
}
