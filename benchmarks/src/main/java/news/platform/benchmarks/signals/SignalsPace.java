package news.platform.benchmarks.signals;

/**
 * How long everything takes.
 *
 * @param warmUpSeconds of each of the two, before counting begins
 * @param rounds how often a read and a signal take turns; the median counts
 * @param shotSeconds of one turn
 * @param seconds of the load in which the service of views is killed
 */
record SignalsPace(int warmUpSeconds, int rounds, int shotSeconds, int seconds) {
    static SignalsPace full() {
        return new SignalsPace(60, 5, 5, 60);
    }

    static SignalsPace quick() {
        return new SignalsPace(5, 1, 3, 12);
    }
}
