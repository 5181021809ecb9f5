package news.platform.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.test.TrialData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCalendarIT {
    private static final String JANUARY = """
            {"event": "Widget Orders m/m", "currency": "USD", "impact": "High Impact Expected", "forecast": "0.3%", "previous": "", "actual": "0.5%", "datetime": "2026-01-15T13:30:00+00:00"}
            """;
    private static final String FEBRUARY = """
            {"event": "Widget Orders m/m", "currency": "USD", "impact": "High Impact Expected", "forecast": "0.2%", "previous": "0.4%", "actual": "", "datetime": "2026-02-15T13:30:00+00:00"}
            """;
    private static final String SPEECH = """
            {"event": "Governor Speaks", "currency": "EUR", "impact": "Low Impact Expected", "forecast": "", "previous": "", "actual": "", "datetime": "2026-01-20T09:00:00+01:00"}
            """;

    @TempDir
    private Path folder;

    private final StandInCalendar calendar;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    ImportCalendarIT() throws IOException {
        calendar = new StandInCalendar();
    }

    @AfterEach
    void stop() {
        calendar.close();
    }

    @Test
    void schedulesBringsTheFigureAndRevisesItByWhatTheNextOneSays() throws IOException {
        run(FEBRUARY + SPEECH + JANUARY);

        assertThat(calendar.written())
                .containsExactly(
                        "POST us-widget-orders-m-m 2026-01-15 0.3% 3",
                        "PATCH us-widget-orders-m-m {\"actual\":\"0.5\"}",
                        "PATCH us-widget-orders-m-m {\"revised\":\"0.4\"}",
                        "POST ea-governor-speaks 2026-01-20  1",
                        "POST us-widget-orders-m-m 2026-02-15 0.2% 3");
        assertThat(printed()).contains("{revised=1, scheduled=2}, 0 refused", "GET /api/v1/calendar/events?from=");
    }

    @Test
    void changesNothingWhenItIsRepeatedAndBringsWhatHasComeMeanwhile() throws IOException {
        run(JANUARY + FEBRUARY);
        int before = calendar.written().size();

        run(JANUARY + FEBRUARY);
        assertThat(calendar.written()).hasSize(before);
        assertThat(printed()).contains("{unchanged=2}");

        run(JANUARY + FEBRUARY.replace("\"actual\": \"\"", "\"actual\": \"0.1%\""));
        assertThat(calendar.written().subList(before, calendar.written().size()))
                .containsExactly("PATCH us-widget-orders-m-m {\"actual\":\"0.1\"}");
    }

    @Test
    void signsInAgainWhenATokenHasEnded() throws IOException {
        var lines = new StringBuilder();
        for (int day = 10; day < 20; day++) {
            lines.append(SPEECH.replace("2026-01-20", "2026-01-" + day));
        }

        run(lines.toString());

        assertThat(calendar.written()).hasSize(10);
        assertThat(calendar.tokens()).isGreaterThan(2);
    }

    @Test
    void saysWhichLinesItCannotTakeAndGoesOn() throws IOException {
        run("nonsense\n" + JANUARY + "\n" + JANUARY + SPEECH.replace("EUR", "All") + SPEECH.replace("2026-", "soon")
                + SPEECH.replace("Governor Speaks", "Refused"));

        assertThat(calendar.written()).hasSize(2);
        assertThat(printed())
                .contains("calendar.jsonl, line 1: no JSON", "line 4: the same event on the same day as in line 2")
                .contains("line 5: currency: 'All'", "line 6: datetime: 'soon")
                .contains("line 7: HTTP 400 INVALID_FIELD: not this one", "5 refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Low Impact Expected\" | \"urgent\" | impact: 'urgent' (expected: low, medium, high",
                "\"Low Impact Expected\" | \"\" | impact: ''",
                "\"forecast\": \"\" | \"forecast\": \"0-2-7\" | forecast: '0-2-7' (expected: a number",
                "\"previous\": \"\" | \"previous\": {} | previous: '{}'",
                "\"actual\": \"\" | \"actual\": \"<1.75%\" | actual: '<1.75%'"
            })
    void refusesALineRatherThanGuessing(String right, String wrong, String reason) throws IOException {
        run(JANUARY + SPEECH.replace(right, wrong));

        assertThat(calendar.written()).noneMatch(each -> each.contains("governor"));
        assertThat(printed()).contains("calendar.jsonl, line 2: " + reason, "1 refused");
    }

    @Test
    void bringsARealCalendarOnce() {
        var file = TrialData.require("research-only/economic-calendar.jsonl");

        run(file);
        int written = calendar.written().size();
        run(file);

        assertThat(calendar.written())
                .hasSize(written)
                .filteredOn(each -> each.startsWith("POST"))
                .hasSize(861);
        assertThat(printed()).contains("850 of 861", "{unchanged=861}, 36 refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "[]", "7", "nonsense", "{\"title\": \"An article\"}"})
    void failsWhereNothingInTheFileIsReadable(String text) {
        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() -> run(text))
                .withMessageContainingAll("Nothing of", "calendar.jsonl", "expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.2%|-0.2|%", "214K|214|thousand", "1.5B|1.5|billion", "50.3|50.3|", "||"})
    void readsFiguresAsCalendarsShowThem(String words) {
        var parts = words.split("\\|", -1);

        assertThat(Figure.of(parts[0])).contains(new Figure(parts[1], parts[2]));
    }

    private void run(String lines) throws IOException {
        run(Files.writeString(folder.resolve("calendar.jsonl"), lines));
    }

    private void run(Path file) {
        var progress = new Progress(new PrintStream(output, true, StandardCharsets.UTF_8));
        try (var edge = new Edge(calendar.port(), Duration.ofSeconds(20), _ -> {})) {
            new ImportCalendar(edge, "secret", file, progress).run();
        }
    }

    private String printed() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
