package news.platform.benchmarks.publish;

/**
 * What is to be published.
 *
 * @param run of its publisher
 * @param serial within the run; it stands in the headline
 * @param topic whose clients hear it
 * @param burst whether it is one of many at once
 */
public record Draft(String run, long serial, int topic, boolean burst) {
    /** Under which it is published once, however often that is asked for. */
    String key() {
        return run + "-" + serial;
    }
}
