package news.platform.local.bench.soak;

import news.platform.local.load.Shot;
import news.platform.local.measure.Vitals;

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
