package news.platform.benchmarks.publish;

/**
 * What is to be published.
 *
 * @param serial of this run; it stands in the headline
 * @param topic whose clients hear it
 * @param burst whether it is one of many at once
 */
public record Draft(long serial, int topic, boolean burst) {}
