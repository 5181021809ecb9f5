package news.platform.benchmarks.read;

import java.time.Duration;

/**
 * How long everything takes. With all limits reached a full run takes 22 minutes.
 *
 * @param firstWindows of the first scenario after a start of the gateway: two cores need one to two minutes of load until
 *     the uncached path is compiled
 * @param otherWindows of any other scenario
 * @param rounds how often gateway and nginx take turns; the median counts
 * @param limit after this time no scenario is warmed up any more
 */
record Pace(
        Windows firstWindows,
        Windows otherWindows,
        int windowSeconds,
        int rounds,
        int shotSeconds,
        int openSeconds,
        Duration limit) {
    static Pace full() {
        return new Pace(new Windows(18, 30), new Windows(3, 18), 5, 3, 5, 10, Duration.ofMinutes(22));
    }

    static Pace quick() {
        return new Pace(new Windows(0, 4), new Windows(0, 2), 3, 1, 3, 3, Duration.ofMinutes(3));
    }
}
