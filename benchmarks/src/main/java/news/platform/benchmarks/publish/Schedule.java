package news.platform.benchmarks.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * When lives are published: so many a second, and every half minute, in its middle, as many more in one second.
 *
 * @param burst how many more, 0 for none
 */
public record Schedule(double perSecond, int burst, int seconds) {
    private static final long HALF_MINUTE = TimeUnit.SECONDS.toNanos(30);
    private static final long MIDDLE = TimeUnit.SECONDS.toNanos(15);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Nanoseconds from the beginning, in order. */
    List<Long> times() {
        List<Long> times = new ArrayList<>();
        long end = Duration.ofSeconds(seconds).toNanos();
        for (int i = 0; i < perSecond * seconds; i++) {
            times.add((long) (i * SECOND / perSecond));
        }
        for (long begin = MIDDLE; burst > 0 && begin < end; begin += HALF_MINUTE) {
            for (int i = 0; i < burst; i++) {
                times.add(begin + i * SECOND / burst);
            }
        }
        return times.stream().sorted().toList();
    }

    /** Whether this time, in nanoseconds from the beginning, lies in the second of a burst. */
    public boolean inBurst(long time) {
        long place = Math.floorMod(time, HALF_MINUTE);
        return burst > 0 && place >= MIDDLE && place < MIDDLE + SECOND;
    }
}
