package news.platform.benchmarks.load;

/**
 * What one run of the closed loop saw.
 *
 * @param failures answers that were neither 2xx nor 3xx, and broken connections
 */
public record Shot(double rate, long requests, double p50Millis, double p99Millis, long failures) {
    /** Where nothing was asked. */
    public static final Shot NONE = new Shot(0, 0, 0, 0, 0);
}
