package news.platform.market.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import news.platform.test.TrialData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

class SessionsTest {
    private final Exchanges exchanges = new Exchanges(
            new SessionProperties(new ClassPathResource("sessions.json")),
            Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        // the opening second is in, the closing one is not
        "XNYS, 2026-03-06T14:29:59Z, CLOSED",
        "XNYS, 2026-03-06T14:30:00Z, OPEN",
        "XNYS, 2026-03-06T20:59:59Z, OPEN",
        "XNYS, 2026-03-06T21:00:00Z, CLOSED",
        // an hour earlier by UTC from the second Sunday of March on
        "XNAS, 2026-03-09T13:30:00Z, OPEN",
        // half a day before Christmas, none on it, none at the week's end
        "XNYS, 2026-12-24T18:00:00Z, CLOSED",
        "XNYS, 2026-12-25T15:00:00Z, CLOSED",
        "XLON, 2026-12-24T12:29:59Z, OPEN",
        "XLON, 2026-12-24T12:30:00Z, CLOSED",
        "XLON, 2026-12-05T12:00:00Z, CLOSED",
        // lunch
        "XHKG, 2026-11-27T04:00:00Z, BREAK",
        "XHKG, 2026-11-27T05:00:00Z, OPEN",
        "XHKG, 2026-12-24T04:00:00Z, CLOSED",
        "XSHG, 2026-11-27T03:30:00Z, BREAK",
        "XSHE, 2026-10-08T02:00:00Z, OPEN",
        "XSHE, 2026-10-07T02:00:00Z, CLOSED",
        // Tokyo trades half an hour longer since November 2024
        "XTKS, 2024-11-01T06:15:00Z, CLOSED",
        "XTKS, 2024-11-05T06:15:00Z, OPEN",
        // the week of the currencies
        "FXSPOT, 2026-11-29T21:59:59Z, CLOSED",
        "FXSPOT, 2026-11-29T22:00:00Z, OPEN",
        "FXSPOT, 2026-11-27T22:00:00Z, CLOSED",
        "CRYPTO, 2026-01-01T00:00:00Z, OPEN"
    })
    void knowsWhatAnExchangeDoes(String exchange, Instant time, Phase phase) {
        assertThat(exchanges.calendar(exchange).phase(time)).isEqualTo(phase);
    }

    @Test
    void countsTheEveningToTheDayThatItOpens() {
        assertThat(exchanges
                        .calendar("FXSPOT")
                        .sessionAt(Instant.parse("2026-11-29T23:00:00Z"))
                        .orElseThrow()
                        .date())
                .isEqualTo("2026-11-30");
    }

    @Test
    void refusesAHolidayOnADayWithoutASession() {
        assertThatThrownBy(() -> JsonMapper.shared().readValue("""
                        {"codes": ["XNYS"], "zone": "America/New_York", "days": ["MONDAY"], "hours": [],
                         "holidays": ["2026-01-01"]}""", ExchangeCalendar.class))
                .hasStackTraceContaining("2026-01-01 is a THURSDAY");
    }

    /** Dated cases from outside; another file by -Dsessions.cases=FILE. */
    @Test
    void agreesWithAllDatedCases() {
        var file = Optional.ofNullable(System.getProperty("sessions.cases"))
                .map(Path::of)
                .orElseGet(() -> TrialData.require("open/sessions/cases.json"));

        var cases = JsonMapper.shared().readTree(file.toFile()).get("cases");

        assertThat(cases).isNotEmpty().allSatisfy(dated -> {
            var calendar = exchanges.calendar(dated.get("exchange").asString());
            var time = Instant.parse(dated.get("instant").asString());
            assertThat(calendar.phase(time))
                    .as(dated.toString())
                    .isEqualTo(Phase.valueOf(dated.get("state").asString()));
            Stream.of(dated.get("session")).filter(session -> !session.isNull()).forEach(session -> assertThat(
                            calendar.sessionAt(time).map(Session::date))
                    .as(dated.toString())
                    .contains(LocalDate.parse(session.asString())));
        });
    }
}
