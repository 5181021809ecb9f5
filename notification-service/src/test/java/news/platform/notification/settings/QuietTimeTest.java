package news.platform.notification.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTimeTest {
    @ParameterizedTest
    @CsvSource({
        // over midnight in Shanghai, which is eight hours ahead
        "22:00, 07:00, Asia/Shanghai, 2026-03-01T13:59:59Z, false",
        "22:00, 07:00, Asia/Shanghai, 2026-03-01T14:00:00Z, true",
        "22:00, 07:00, Asia/Shanghai, 2026-03-01T22:59:59Z, true",
        "22:00, 07:00, Asia/Shanghai, 2026-03-01T23:00:00Z, false",
        // within a day
        "12:00, 14:00, Europe/Paris, 2026-01-10T10:59:59Z, false",
        "12:00, 14:00, Europe/Paris, 2026-01-10T11:00:00Z, true",
        "12:00, 14:00, Europe/Paris, 2026-01-10T13:00:00Z, false",
        // in summer Paris is one hour further ahead
        "12:00, 14:00, Europe/Paris, 2026-07-10T10:00:00Z, true",
        "12:00, 14:00, Europe/Paris, 2026-07-10T12:00:00Z, false",
        // half an hour behind the others, and with three quarters of an hour
        "22:00, 07:00, Asia/Kolkata, 2026-03-01T16:30:00Z, true",
        "22:00, 07:00, Asia/Kathmandu, 2026-03-01T16:14:59Z, false",
        "22:00, 07:00, Asia/Kathmandu, 2026-03-01T16:15:00Z, true"
    })
    void goesByTheClocksOfTheZone(String from, String to, String zone, Instant time, boolean quiet) {
        assertThat(quiet(from, to, zone).cover(time)).isEqualTo(quiet);
    }

    /** A night in New York: eight hours, seven where the clocks are put forward, nine where they are put back. */
    @ParameterizedTest
    @CsvSource({"2026-03-06, 32", "2026-03-07, 28", "2026-10-31, 36"})
    void isAsLongAsTheNight(String day, int quarters) {
        var hours = quiet("23:00", "07:00", "America/New_York");
        var noon = Instant.parse(day + "T16:00:00Z");

        var quiet = IntStream.range(0, 24 * 4)
                .mapToObj(quarter -> noon.plus(Duration.ofMinutes(15L * quarter)))
                .filter(hours::cover)
                .count();

        assertThat(quiet).isEqualTo(quarters);
    }

    @Test
    void coversTheHourThatComesTwiceBothTimes() {
        var hours = quiet("01:00", "02:00", "Europe/London");

        assertThat(hours.cover(Instant.parse("2026-10-25T00:30:00Z"))).isTrue();
        assertThat(hours.cover(Instant.parse("2026-10-25T01:30:00Z"))).isTrue();
        assertThat(hours.cover(Instant.parse("2026-10-25T02:30:00Z"))).isFalse();
    }

    private static QuietTime quiet(String from, String to, String zone) {
        return new QuietTime(LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
    }
}
