package news.platform.benchmarks.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteTimesTest {
    private static final String STREAM = """
            event: quotes
            data: {"quotes":[{"symbol":"A","time":"2026-11-27T12:01:07.123456Z","stale":false},{"symbol":"B","time":"2026-11-27T23:59:59Z"}]}

            : heartbeat

            event: quotes
            data: {"quotes":[{"symbol":"A","volume":"7","time":"2026-11-27T00:00:00.5Z"},{"symbol":"B","time":"2026-11-27T23:59:59Z"}]}

            """;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 17, 4096})
    void findsEachTimeHoweverTheBytesCome(int most) {
        byte[] bytes = STREAM.getBytes(StandardCharsets.US_ASCII);
        QuoteTimes times = new QuoteTimes();
        List<LocalTime> found = new ArrayList<>();
        List<Boolean> again = new ArrayList<>();

        for (int from = 0; from < bytes.length; from += most) {
            byte[] some = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + most));
            times.read(some, some.length, (micros, known) -> {
                found.add(LocalTime.ofNanoOfDay(micros * 1000));
                again.add(known);
            });
        }

        assertThat(found)
                .containsExactly(
                        LocalTime.of(12, 1, 7, 123_456_000),
                        LocalTime.of(23, 59, 59),
                        LocalTime.of(0, 0, 0, 500_000_000),
                        LocalTime.of(23, 59, 59));
        assertThat(again).containsExactly(false, false, false, true);
        assertThat(times.events()).isEqualTo(3);
    }

    @Test
    void agesAreCountedByTheMillisecond() {
        Ages ages = new Ages();
        for (int millis = 1; millis <= 100; millis++) {
            ages.add(millis);
        }
        ages.add(1_000_000);

        assertThat(ages.count()).isEqualTo(101);
        assertThat(ages.count(100)).isEqualTo(2);
        assertThat(ages.millis(0.5)).isEqualTo(51);
        assertThat(ages.millis(1)).isEqualTo(60_000);
        assertThat(new Ages().millis(0.99)).isZero();
    }
}
