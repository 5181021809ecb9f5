package news.platform.local.bench.read;

import java.time.Duration;

/**
 * How long everything takes. With all limits reached a full run takes 22 minutes.
 *
 * @param firstWarmWindows how many windows the first scenario after a start of the gateway may take to become warm: two
 *     cores need one to two minutes of load until the uncached path is compiled
 * @param warmWindows how many windows any other scenario may take
 * @param rounds how often gateway and nginx take turns; the median counts
 * @param limit after this time no scenario is warmed up any more
 */
record Pace(
        int firstWarmWindows,
        int warmWindows,
        int windowSeconds,
        int rounds,
        int shotSeconds,
        int openSeconds,
        Duration limit) {
    static Pace full() {
        return new Pace(30, 18, 5, 3, 5, 10, Duration.ofMinutes(22));
    }

    static Pace quick() {
        return new Pace(4, 2, 3, 1, 3, 3, Duration.ofMinutes(3));
    }
}
