package news.platform.calendar.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.platform.calendar.CalendarServiceTest;
import news.platform.calendar.v1.Release;
import news.platform.calendar.v1.ReleaseChange;
import news.platform.calendar.v1.ReleasePublished;
import news.platform.calendar.v1.ReleaseRevised;
import news.platform.calendar.v1.ReleaseScheduled;
import news.platform.calendar.v1.RemindersDue;
import news.platform.proto.Timestamps;
import news.platform.test.Replicas;
import news.platform.test.TrialData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real releases played again, several in one second among them: the file {@code -Dreleases.file=}, else that of the trial data; as
 * many of them as {@code -Dnews.test.releases=} says.
 */
class RealReleasesIT extends CalendarServiceTest {
    private static final int COUNT = Integer.getInteger("news.test.releases", 30);
    private static final int LEAD_MINUTES = 30;
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Pattern FIGURE = Pattern.compile("(-?[0-9]{1,9}(?:\\.[0-9]{1,6})?)[%KMBT]?");
    private static final Map<String, String> COUNTRIES = Map.of("EUR", "EA", "All", "US");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private Replicas replicas;

    /** @param time as if the first of all came tomorrow */
    private record Real(Release release, Instant time, Optional<String> actual) {}

    @Test
    void eachStateIsToldOnceAndEachReminderThoughAReplicaEnds() throws IOException {
        var byTime = scheduled();
        var all = byTime.values().stream().flatMap(List::stream).toList();

        var another = replicas.another();
        int played = 0;
        for (var moment : byTime.entrySet()) {
            if (played++ == byTime.size() / 2) {
                another.close();
            }
            play(moment.getKey(), moment.getValue());
        }
        another.close();

        var out = all.stream().filter(real -> real.actual.isPresent()).toList();
        assertThat(out).isNotEmpty();
        await().atMost(LONG).untilAsserted(() -> assertThat(out)
                .allSatisfy(real -> assertThat(events.of(ReleaseRevised.getDefaultInstance(), id(real)))
                        .hasSize(1)));
        assertThat(all).allSatisfy(real -> {
            assertThat(events.of(ReleaseScheduled.getDefaultInstance(), id(real)))
                    .hasSize(1);
            assertThat(events.of(ReleasePublished.getDefaultInstance(), id(real)))
                    .hasSize(real.actual.isPresent() ? 1 : 0);
            assertThat(events.of(RemindersDue.getDefaultInstance(), id(real)))
                    .hasSize(real.release.getImportance() == 3 ? 1 : 0);
        });
    }

    /** Reminders first, then the figures of the moment, then what they are revised to. */
    private void play(Instant time, List<Real> moment) {
        var important = moment.stream()
                .filter(real -> real.release.getImportance() == 3)
                .toList();
        if (!important.isEmpty()) {
            advanceTo(time.minus(Duration.ofMinutes(LEAD_MINUTES - 1)));
            await().atMost(LONG).untilAsserted(() -> assertThat(important)
                    .allSatisfy(real -> assertThat(events.of(RemindersDue.getDefaultInstance(), id(real)))
                            .hasSize(1)));
        }
        advanceTo(time);
        moment.forEach(real -> real.actual.ifPresent(
                figure -> changed(real.release, ReleaseChange.newBuilder().setActual(figure))));
        moment.forEach(real -> real.actual.ifPresent(
                figure -> changed(real.release, ReleaseChange.newBuilder().setRevised(figure + "1"))));
    }

    private void advanceTo(Instant time) {
        var ahead = Duration.between(clock.instant(), time);
        if (ahead.isPositive()) {
            clock.advance(ahead);
        }
    }

    /** By time, the earliest first; who wants to be reminded of those that matter is one user. */
    private Map<Instant, List<Real>> scheduled() throws IOException {
        var lines = Files.readAllLines(file()).stream()
                .map(JSON::readTree)
                .sorted(Comparator.comparing(RealReleasesIT::time))
                .limit(COUNT)
                .toList();
        var shift = Duration.between(time(lines.getFirst()), in(Duration.ofDays(1)));
        var reals = new ArrayList<Real>();
        for (var line : lines) {
            var time = time(line).plus(shift);
            var currency = line.path("currency").asString();
            var release = editor().createRelease(draft("2026-10", Duration.ZERO)
                            // each of its own: a figure changes what the next of its indicator says of the one before
                            .setIndicatorId(indicator + "-" + reals.size())
                            .setName(line.path("event").asString())
                            .setCountry(COUNTRIES.getOrDefault(currency, currency.substring(0, 2)))
                            .setImportance(importance(line))
                            .setReleaseTime(Timestamps.of(time))
                            .setForecast(figure(line, "forecast").orElse(""))
                            .setPrevious(figure(line, "previous").orElse(""))
                            .build())
                    .getRelease();
            if (release.getImportance() == 3) {
                remind(ann, release, LEAD_MINUTES);
            }
            reals.add(new Real(release, time, figure(line, "actual")));
        }
        return reals.stream().collect(Collectors.groupingBy(Real::time, TreeMap::new, Collectors.toList()));
    }

    private static Path file() {
        var given = System.getProperty("releases.file");
        return given == null ? TrialData.require("research-only/economic-calendar.jsonl") : Path.of(given);
    }

    private static int importance(JsonNode line) {
        return switch (line.path("impact").asString().charAt(0)) {
            case 'H' -> 3;
            case 'M' -> 2;
            default -> 1;
        };
    }

    private static Optional<String> figure(JsonNode line, String field) {
        return Optional.of(FIGURE.matcher(line.path(field).asString("")))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
    }

    private static Instant time(JsonNode line) {
        return OffsetDateTime.parse(line.path("datetime").asString()).toInstant();
    }

    private static String id(Real real) {
        return real.release.getId();
    }
}
