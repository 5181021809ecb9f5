package news.platform.benchmarks.load;

/** A short run of the closed loop with all its latencies, to be put together with others. */
public record Window(Shot shot, Histogram latencies) {}
