package news.platform.benchmarks.soak;

import news.platform.benchmarks.load.Shot;
import news.platform.benchmarks.measure.Vitals;

/**
 * Ten seconds of a soak.
 *
 * @param minute the minute that it belongs to, the first is 1
 * @param before what the gateway was like
 * @param after what it was like at the end
 */
record SoakSample(int minute, Shot shot, Vitals before, Vitals after) {
    double allocatedBytes() {
        return after.allocatedBytes() - before.allocatedBytes();
    }

    double pauseMillis() {
        return (after.pauseSeconds() - before.pauseSeconds()) * 1000;
    }
}
