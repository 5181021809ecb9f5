package news.platform.local.bench;

import java.time.Duration;

/**
 * How long everything takes.
 *
 * @param warmWindows how many windows of five seconds a scenario may take to become warm
 * @param rounds how often gateway and nginx take turns; the median counts
 */
record Pace(int warmWindows, int windowSeconds, int rounds, int shotSeconds, int openSeconds, Duration limit) {
    static Pace full() {
        return new Pace(10, 5, 3, 5, 6, Duration.ofMinutes(14));
    }

    static Pace quick() {
        return new Pace(2, 3, 1, 3, 3, Duration.ofMinutes(3));
    }
}
