package news.platform.benchmarks.search.load;

/**
 * How long things take.
 *
 * @param seconds of either loop
 */
record LoadPace(int warmUpSeconds, int quietSeconds, int seconds) {
    static LoadPace full() {
        return new LoadPace(40, 15, 60);
    }

    static LoadPace quick() {
        return new LoadPace(15, 5, 15);
    }
}
