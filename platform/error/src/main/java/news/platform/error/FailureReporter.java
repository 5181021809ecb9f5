package news.platform.error;

/** Where unexpected failures are reported besides the log, e.g. an error tracker. Every bean of this type is told. */
public interface FailureReporter {
    /**
     * Reports one failure; must not fail and must not block for long.
     *
     * @param failure what nobody expected; refusals never come here
     * @param operation what was being done: a full method name, a topic, a job
     */
    void report(Throwable failure, String operation);
}
