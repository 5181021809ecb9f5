package news.platform.benchmarks.sse;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.benchmarks.load.Latencies;
import org.jspecify.annotations.Nullable;

/** What all clients of one thread hear, which alone changes it. */
final class Hearing {
    private static final int EXPECTED = 100_000;

    private final Flashes flashes = new Flashes();
    private final Latencies calm = new Latencies(EXPECTED);
    private final Latencies burst = new Latencies(EXPECTED);
    private final AtomicLong deliveries = new AtomicLong();
    private final AtomicReference<@Nullable Watch> watch = new AtomicReference<>();

    /** An event with data has come to this client. Returns its flash. */
    Flash heard(byte[] bytes, int from, int to, long position) {
        Flash flash = flashes.of(bytes, from, to, position);
        long nanos = (Micros.now() - flash.changedMicros()) * 1000;
        (flash.burst() ? burst : calm).answered(nanos);
        // one thread writes
        deliveries.lazySet(deliveries.getPlain() + 1);
        return flash;
    }

    /** What is watched for now. */
    @Nullable
    Watch watch() {
        return watch.get();
    }

    void watch(Watch next) {
        watch.set(next);
    }

    /** Read by any thread. */
    long deliveries() {
        return deliveries.get();
    }

    Flashes flashes() {
        return flashes;
    }

    Latencies calm() {
        return calm;
    }

    Latencies burst() {
        return burst;
    }
}
