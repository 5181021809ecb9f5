package news.platform.gateway.hot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The answers kept in memory.
 *
 * @param maxSize what they may weigh altogether, every encoding counted at its worst; default 64 MB
 * @param maxTargetSize what the addresses may weigh by which they are found without parsing; default 4 MB
 * @param maxWaiters how many requests may wait for other requests' calls; default 0: as many as half of the heap holds, each
 *     with its connection's buffers and its stack
 * @param maxRefreshes how many answers are refreshed at once in the background; default 32
 * @param degradedAge how long an answer keeps that was made without one of its services; default 1 s
 * @param retryPause after a failed call, how long the last good answer is served before the next try; default 1 s
 * @param accessLogShare which share of answers from memory is logged; default 0.001
 * @param traceShare which share of answers from memory is traced when the request does not say; default 0.001
 */
@ConfigurationProperties("news.gateway.hot")
record HotProperties(
        @DefaultValue("64MB") DataSize maxSize,
        @DefaultValue("4MB") DataSize maxTargetSize,
        @DefaultValue("0") int maxWaiters,
        @DefaultValue("32") int maxRefreshes,
        @DefaultValue("1s") Duration degradedAge,
        @DefaultValue("1s") Duration retryPause,
        @DefaultValue("0.001") double accessLogShare,
        @DefaultValue("0.001") double traceShare) {

    /** What one of them was seen to hold: 44 kB of Tomcat's buffers, 25 of its text, 17 of stack and the rest. */
    private static final long WAITER_BYTES = 100 * 1024L;

    HotProperties {
        positive("max-size", maxSize.toBytes());
        positive("max-target-size", maxTargetSize.toBytes());
        if (maxWaiters < 0) {
            throw new IllegalArgumentException("news.gateway.hot.max-waiters: " + maxWaiters + " (expected: >= 0)");
        }
        positive("max-refreshes", maxRefreshes);
        positive("degraded-age", degradedAge.toNanos());
        positive("retry-pause", retryPause.toNanos());
        share("access-log-share", accessLogShare);
        share("trace-share", traceShare);
    }

    /** How many may wait in this process. */
    int waiters() {
        return maxWaiters > 0
                ? maxWaiters
                : (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 2 / WAITER_BYTES);
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("news.gateway.hot." + name + ": " + value + " (expected: > 0)");
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("news.gateway.hot." + name + ": " + value + " (expected: 0 to 1)");
        }
    }
}
