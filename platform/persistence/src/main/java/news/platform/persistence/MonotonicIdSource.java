package news.platform.persistence;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDv7 whose 48 bits of milliseconds and 12 further bits are one counter (RFC 9562, method 1): it follows the clock, never
 * goes back with it, and borrows from the future when more than 4096 ids are made within a millisecond.
 */
final class MonotonicIdSource implements IdSource {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    MonotonicIdSource(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String next() {
        long now = clock.millis() << 12;
        long tick = last.updateAndGet(previous -> Math.max(now, previous + 1));
        long high = (tick >>> 12) << 16 | VERSION | tick & 0xFFF;
        long low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low).toString();
    }
}
