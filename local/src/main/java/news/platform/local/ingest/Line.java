package news.platform.local.ingest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import news.platform.local.console.Complaint;
import tools.jackson.databind.JsonNode;

/**
 * One line of a file of articles or lives. Whatever is missing, null or empty there is empty here; what the pushed item needs
 * is made from the rest.
 *
 * @param id unique in the file; by it a second import of the same file changes nothing
 * @param title from the text where the line has none
 * @param date an instant, empty where the line has none
 * @param lang from the script of the title where the line has none
 */
record Line(
        String id,
        String title,
        String text,
        Optional<String> date,
        String lang,
        String url,
        String category,
        String source) {
    private static final int TITLE_LENGTH = 80;
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final String TITLE_BEGIN = "【";
    private static final String TITLE_END = "】";

    /**
     * Reads a line; {@code number} stands in for a missing id.
     *
     * @throws Complaint where it says nothing, or a date that is none or has not come yet
     */
    static Line of(JsonNode json, String file, int number, Instant now) {
        String text = first(json, "text", "content", "body");
        String id = first(json, "id");
        String title = first(json, "title");
        String shown = title.isEmpty() ? titleOf(text) : title;
        String lang = first(json, "lang", "language");
        if (text.isEmpty() && shown.isEmpty()) {
            throw new Complaint("neither a text nor a title");
        }
        return new Line(
                id.isEmpty() ? file + "-" + number : id,
                shown,
                text.isEmpty() ? shown : text,
                date(json, now),
                lang.isEmpty() ? languageOf(shown) : lang,
                first(json, "url", "link"),
                first(json, "category"),
                first(json, "source"));
    }

    /** The same as if it happened now, in this run and not again. */
    Line now(String run, Instant now) {
        return new Line(id + run, title, text, Optional.of(now.toString()), lang, url, category, source);
    }

    private static String first(JsonNode json, String... names) {
        return Stream.of(names)
                .map(json::path)
                .filter(JsonNode::isValueNode)
                .filter(node -> !node.isNull())
                .map(node -> node.asString("").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Chinese flashes carry their title in brackets; else it is the first sentence. */
    private static String titleOf(String text) {
        int end = text.indexOf(TITLE_END);
        if (text.startsWith(TITLE_BEGIN) && end > 1) {
            return text.substring(1, end).strip();
        }
        String sentence = text.split("(?<=[。！？\n])|(?<=[.!?])\\s", 2)[0].strip();
        if (sentence.codePointCount(0, sentence.length()) <= TITLE_LENGTH) {
            return sentence;
        }
        return sentence.substring(0, sentence.offsetByCodePoints(0, TITLE_LENGTH))
                        .strip() + "…";
    }

    private static Optional<String> date(JsonNode json, Instant now) {
        var name = json.path("date").isMissingNode() || json.path("date").isNull() ? "time" : "date";
        var node = json.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        var value = node.asString(node.toString()).strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            var date = instant(value);
            if (date.isAfter(now.plus(AHEAD))) {
                throw Refusals.wrong(name, value, "no time in the future");
            }
            return Optional.of(date.toString());
        } catch (DateTimeException _) {
            throw Refusals.wrong(name, value, "as 2026-11-27 or 2026-11-27T13:30:00Z");
        }
    }

    private static Instant instant(String value) {
        return value.contains("T")
                ? OffsetDateTime.parse(value).toInstant()
                : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String languageOf(String text) {
        boolean han =
                text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
        return han ? "zh" : "en";
    }
}
