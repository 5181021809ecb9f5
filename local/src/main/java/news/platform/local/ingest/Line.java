package news.platform.local.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One line of a file of articles or lives. Whatever is missing, null or empty there is empty here; what the pushed item needs
 * is made from the rest.
 *
 * @param id unique in the file; by it a second import of the same file changes nothing
 * @param title from the text where the line has none
 * @param date an instant, empty where unknown or no date at all
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
    private static final String TITLE_BEGIN = "【";
    private static final String TITLE_END = "】";

    /** Reads a line; {@code number} stands in for a missing id. */
    static Line of(JsonNode json, String file, int number) {
        String text = first(json, "text", "content", "body");
        String id = first(json, "id");
        String title = first(json, "title");
        String shown = title.isEmpty() ? titleOf(text) : title;
        String lang = first(json, "lang", "language");
        return new Line(
                id.isEmpty() ? file + "-" + number : id,
                shown,
                text.isEmpty() ? shown : text,
                date(first(json, "date", "time")),
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

    private static Optional<String> date(String value) {
        try {
            if (value.length() == "2026-01-01".length()) {
                return Optional.of(LocalDate.parse(value)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toString());
            }
            return value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(value).toInstant().toString());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String languageOf(String text) {
        boolean han =
                text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
        return han ? "zh" : "en";
    }
}
