package news.platform.benchmarks.load;

import java.util.Arrays;

/** Every latency of one run, kept in an array made beforehand. Not safe for several threads. */
public final class Latencies {
    private long[] nanos;
    private int count;
    private long failures;
    private long heldUp;

    /** @param expected how many there will be, or a few more */
    public Latencies(int expected) {
        this.nanos = new long[expected];
    }

    /** In nanoseconds. */
    public void answered(long latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2 + 1);
        }
        nanos[count++] = latency;
    }

    void failed() {
        failures++;
    }

    /** The generator did not run for so long. */
    void heldUp(long time) {
        heldUp = Math.max(heldUp, time);
    }

    long failures() {
        return failures;
    }

    /** How many were slower. */
    long slowerThan(long latency) {
        return Arrays.stream(nanos, 0, count).filter(each -> each > latency).count();
    }

    /** All of them, of a run of so many seconds. */
    public Tail tail(double seconds) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new Tail(
                count / seconds,
                count,
                millis(sorted, 0.50),
                millis(sorted, 0.99),
                millis(sorted, 0.999),
                millis(sorted, 1),
                failures,
                heldUp / 1e6);
    }

    /** The latency that this part of all requests did not exceed. */
    private static double millis(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)] / 1e6;
    }
}
