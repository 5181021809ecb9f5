package news.platform.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import news.platform.benchmarks.load.Shot;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.measure.Sample;
import news.platform.benchmarks.measure.Vitals;

/** Soaks as examples. */
final class SoakFixtures {
    static final long MEGABYTE = 1_000_000;
    static final Sample SAMPLE = new Sample(
            "any", "\"tag\"", new byte[2048], new byte[7000], new Sample.Feed("/rss/any.xml", new byte[9000]));

    private SoakFixtures() {}

    /** At 1000 requests a second, 10 kB each; the process gains as much every minute from the first on. */
    static Soak gaining(int minutes, long residentAMinute, double liveSettled, double liveAtEnd) {
        List<SoakSample> samples = new ArrayList<>();
        for (int i = 0; i < minutes * 6; i++) {
            Vitals before = vitals(i, residentAMinute);
            samples.add(new SoakSample(
                    i / 6 + 1, new Shot(1000, 10_000, 1, 5, i == 0 ? 3 : 0), before, vitals(i + 1, residentAMinute)));
        }
        return new Soak(samples, liveSettled, liveAtEnd, Tail.NONE);
    }

    private static Vitals vitals(int sample, long residentAMinute) {
        return new Vitals(
                300 * MEGABYTE + sample * residentAMinute / 6, 50 * MEGABYTE, sample * 100e6, sample * 0.02, 30);
    }
}
