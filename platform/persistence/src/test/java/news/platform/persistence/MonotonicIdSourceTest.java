package news.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MonotonicIdSourceTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void makesVersionSevenIdsOfTheClocksTime() {
        IdSource ids = new MonotonicIdSource(Clock.fixed(NOON, ZoneOffset.UTC));

        UUID id = UUID.fromString(ids.next());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void risesEvenWithinOneMillisecond() {
        IdSource ids = new MonotonicIdSource(Clock.fixed(NOON, ZoneOffset.UTC));

        List<String> made = Stream.generate(ids::next).limit(10_000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void risesWhenTheClockGoesBack() {
        var clock = new SettableClock();
        IdSource ids = new MonotonicIdSource(clock);

        String before = ids.next();
        clock.now = NOON.minus(Duration.ofHours(1));
        String after = ids.next();

        assertThat(after).isGreaterThan(before);
    }

    @Test
    void neverRepeatsAnIdAmongThreads() {
        IdSource ids = new MonotonicIdSource(Clock.systemUTC());

        List<String> made =
                IntStream.range(0, 20_000).parallel().mapToObj(_ -> ids.next()).toList();

        assertThat(made).doesNotHaveDuplicates();
    }

    private static final class SettableClock extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
