package news.platform.benchmarks.sse;

import java.time.Instant;

/** Times in microseconds since 1970: all processes of one machine have the same clock. */
public final class Micros {
    private Micros() {}

    public static long now() {
        return of(Instant.now());
    }

    static long of(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
    }
}
