package news.platform.benchmarks.search.load;

/**
 * How long things take.
 *
 * @param deployed whether all services have the compilers that the chart gives them (ADR 33)
 * @param warmUpSeconds of suggestions, of searches, of publications, and of all at their rates
 * @param seconds of either loop
 */
record LoadPace(boolean deployed, int warmUpSeconds, int quietSeconds, int seconds) {
    static LoadPace full() {
        return new LoadPace(true, 80, 15, 60);
    }

    static LoadPace quick() {
        return new LoadPace(false, 15, 5, 15);
    }
}
