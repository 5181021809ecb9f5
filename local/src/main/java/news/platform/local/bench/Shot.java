package news.platform.local.bench;

/**
 * What one run of a load generator saw.
 *
 * @param failures answers that were neither 2xx nor 3xx, and broken connections
 */
record Shot(double rate, long requests, double p50Millis, double p99Millis, long failures) {}
