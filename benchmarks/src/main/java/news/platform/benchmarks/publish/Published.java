package news.platform.benchmarks.publish;

/**
 * What a publisher was told.
 *
 * @param sentMicros when it was first asked for, in microseconds since 1970
 * @param answeredMicros when it was known to be published
 */
public record Published(String id, int topic, long sentMicros, long answeredMicros) {}
