package news.platform.benchmarks.live;

/**
 * How long everything takes.
 *
 * @param warmUpSeconds of lists under keys never asked for, as many as are answered: after 50,000 calls the platform's code is
 *     compiled as it stays (ADR 31)
 * @param seconds of lives beside readers
 * @param quietSeconds of readers alone
 * @param rounds how often gateway and nginx take turns; the median counts
 * @param turnSeconds of each turn
 */
record LivePace(int clients, int warmUpSeconds, int seconds, int quietSeconds, int rounds, int turnSeconds) {
    static LivePace full(int clients) {
        return new LivePace(clients, 150, 120, 30, 3, 15);
    }

    static LivePace quick(int clients) {
        return new LivePace(clients, 20, 30, 5, 1, 5);
    }
}
