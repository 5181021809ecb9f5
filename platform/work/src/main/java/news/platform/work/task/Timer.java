package news.platform.work.task;

/**
 * What becomes of a thing when its time has come, and only here: rows and events of this service. A bean; each kind has a
 * {@link news.platform.work.Round} of its own, so one kind never waits for another. When is said by {@link
 * Agenda#schedule(String, String, java.time.Instant)}.
 *
 * <p>Effect and the end of the timer are one transaction: whatever dies at whatever moment, a timer has its effect once. One
 * that throws is rolled back, written down and tried again later, at growing intervals, while the others go on; in the end it
 * is parked. What calls another service is a {@link Job}.
 */
public interface Timer {
    /** Names what is done, for ever: rows in the database carry it. */
    String kind();

    /**
     * Does it, in the transaction in which the timer ends. May schedule itself anew. Should look whether it is still to be done:
     * a timer is a reminder, the state of the subject decides. It waits no longer than half a second for a lock: who changes
     * the subject may be waiting for the timer's row.
     *
     * @param key names the subject
     */
    void fire(String key);
}
