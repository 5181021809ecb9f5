package news.platform.benchmarks.warmup;

/**
 * How long the benchmark of starting takes.
 *
 * @param rounds how often each way of starting is tried
 * @param longestSeconds how long the very first run is loaded, whose last windows are the steady rate
 * @param lastSeconds how many of those count
 * @param mostSeconds how long any other run may take until it is fast
 */
record WarmUpPace(int rounds, int longestSeconds, int lastSeconds, int mostSeconds) {
    static WarmUpPace full() {
        return new WarmUpPace(3, 90, 15, 60);
    }

    static WarmUpPace quick() {
        return new WarmUpPace(1, 10, 3, 5);
    }
}
