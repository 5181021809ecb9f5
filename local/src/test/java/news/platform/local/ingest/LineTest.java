package news.platform.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import news.platform.local.console.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LineTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void takesWhatTheLineSays() {
        Line line = line("{\"id\":\"7\",\"title\":\"T\",\"text\":\"B\",\"date\":\"2008-08-07\",\"lang\":\"en\","
                + "\"url\":\"https://example.org/7\",\"category\":\"economy\"}");

        assertThat(line.id()).isEqualTo("7");
        assertThat(line.date()).contains("2008-08-07T00:00:00Z");
        assertThat(line.url()).isEqualTo("https://example.org/7");
    }

    @Test
    void doesWithoutWhatIsNull() {
        Line line = line("{\"id\":null,\"title\":null,\"text\":\"Prices rose. Nobody knew why.\",\"date\":null}");

        assertThat(line.id()).isEqualTo("file-3");
        assertThat(line.title()).isEqualTo("Prices rose.");
        assertThat(line.lang()).isEqualTo("en");
        assertThat(line.date()).isEmpty();
    }

    @Test
    void takesTheTitleOfAFlashFromItsBrackets() {
        Line line = line("{\"content\":\"【金价上涨】现货黄金走高。\"}");

        assertThat(line.title()).isEqualTo("金价上涨");
        assertThat(line.lang()).isEqualTo("zh");
    }

    @Test
    void usesTheTitleWhereThereIsNoText() {
        assertThat(line("{\"title\":\"Only a title\"}").text()).isEqualTo("Only a title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2008-13-45\"",
                "\"yesterday\"",
                "\"12/31/1999\"",
                "\"2026-01-01 10:00\"",
                "1700000000",
                "{}",
                "true",
                "\"2026-11-30\"",
                "\"2999-01-01T00:00:00Z\""
            })
    void refusesADateThatIsNoneOrHasNotCome(String date) {
        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() -> line("{\"title\":\"T\",\"date\":" + date + "}"))
                .withMessageContainingAll("date: '", "(expected: ");
    }

    @Test
    void takesADateOfTomorrowBecauseClocksAndZonesDiffer() {
        assertThat(line("{\"title\":\"T\",\"date\":null,\"time\":\"2026-11-28\"}")
                        .date())
                .contains("2026-11-28T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"title\":\" \"}", "{\"text\":[]}"})
    void refusesWhatSaysNothing(String json) {
        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() -> line(json))
                .withMessage("neither a text nor a title");
    }

    @Test
    void cutsALongFirstSentenceBetweenCharacters() {
        String emoji = "\uD83D\uDCC8";

        Line line = line("{\"text\":\"" + emoji.repeat(200) + "\"}");

        assertThat(line.title()).isEqualTo(emoji.repeat(80) + "…");
    }

    private static Line line(String json) {
        return Line.of(new JsonMapper().readTree(json), "file", 3, NOW);
    }
}
