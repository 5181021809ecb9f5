package news.platform.calendar.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.calendar.release.Release;
import news.platform.test.TrialData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RuledIndicatorsTest {
    @ParameterizedTest
    @CsvSource({
        // as the agencies had them
        "us-nfp, 2022-07, 2022-07-08T12:30:00Z, 2022-06",
        "us-nfp, 2025-08, 2025-08-01T12:30:00Z, 2025-07",
        "us-nfp, 2026-12, 2026-12-04T13:30:00Z, 2026-11",
        "us-cpi, 2026-11, 2026-11-10T13:30:00Z, 2026-10",
        "us-fomc, 2026-12, 2026-12-09T19:00:00Z, 2026-12-09",
        "ea-ecb-rate, 2026-12, 2026-12-17T13:15:00Z, 2026-12-17",
        "gb-cpi, 2023-02, 2023-02-15T07:00:00Z, 2023-01",
        "cn-cpi, 2023-09, 2023-09-09T01:30:00Z, 2023-08",
        "cn-pmi-nbs, 2023-04, 2023-04-30T01:30:00Z, 2023-04",
        "jp-cpi, 2025-01, 2025-01-23T23:30:00Z, 2024-12",
        "us-gdp-advance, 2026-10, 2026-10-29T12:30:00Z, 2026-Q3"
    })
    void comesWhenItsAgencySays(String indicator, YearMonth month, Instant time, String period) {
        assertThat(of(indicator).in(month)).singleElement().satisfies(draft -> {
            assertThat(draft.time()).isEqualTo(time);
            assertThat(draft.period()).isEqualTo(period);
        });
    }

    @Test
    void claimsComeEachThursdayAndBeforeThanksgivingADayEarlier() {
        assertThat(of("us-initial-claims").in(YearMonth.of(2026, 11)))
                .extracting(Release.Draft::time)
                .containsExactly(Stream.of("05", "12", "19", "25")
                        .map(day -> Instant.parse("2026-11-" + day + "T13:30:00Z"))
                        .toArray(Instant[]::new));
    }

    @Test
    void eachPeriodHasOneRelease() {
        var seen = new HashSet<String>();
        for (var indicator : RuledIndicators.all()) {
            for (int month = 0; month < 24; month++) {
                for (var draft : indicator.in(YearMonth.of(2026, 1).plusMonths(month))) {
                    assertThat(seen.add(indicator.indicator().id() + " " + draft.period()))
                            .as(draft.toString())
                            .isTrue();
                }
            }
        }
    }

    /** Names, zones and times of day from outside. */
    @Test
    void agreesWithTheTenOfTheTrialData() {
        var file = TrialData.require("open/sessions/releases.json");

        var releases = JsonMapper.shared().readTree(file.toFile()).get("releases");

        assertThat(RuledIndicators.all().stream()
                        .map(each -> List.of(
                                each.indicator().id(),
                                each.indicator().country(),
                                each.zone().getId(),
                                each.time().toString(),
                                Integer.toString(each.importance())))
                        .collect(Collectors.toSet()))
                .isEqualTo(releases.valueStream()
                        .map(each -> List.of(
                                each.get("id").asString(),
                                each.get("country").asString(),
                                each.get("zone").asString(),
                                each.get("localTime").asString(),
                                each.get("importance").asString()))
                        .collect(Collectors.toSet()));
    }

    private static RuledIndicator of(String id) {
        return RuledIndicators.all().stream()
                .filter(each -> each.indicator().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
