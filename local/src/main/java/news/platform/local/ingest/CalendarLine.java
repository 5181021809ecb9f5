package news.platform.local.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import news.platform.local.console.Complaint;
import tools.jackson.databind.JsonNode;

/**
 * One line of a file of releases: {@code {event, currency, impact, datetime, forecast, previous, actual, revised}}.
 *
 * @param number of the line
 * @param revised what the figure was revised to; none where nothing says
 */
record CalendarLine(
        int number,
        String name,
        String country,
        int importance,
        Instant time,
        Figure forecast,
        Figure previous,
        Figure actual,
        Figure revised) {
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 200;

    /** @throws Complaint where it is no release; says why */
    static CalendarLine of(JsonNode json, int number) {
        var name = text(json, "event");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusals.wrong("event", name, "the name of what comes, at most " + LONGEST_NAME + " characters");
        }
        return new CalendarLine(
                number,
                name,
                country(text(json, "currency")),
                importance(text(json, "impact")),
                time(text(json, "datetime")),
                figure(json, "forecast"),
                figure(json, "previous"),
                figure(json, "actual"),
                figure(json, "revised"));
    }

    CalendarLine revisedTo(Figure figure) {
        return new CalendarLine(number, name, country, importance, time, forecast, previous, actual, figure);
    }

    /** The indicator's id, the same for the same name and country. */
    String indicator() {
        var slug = (country + "-" + name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.substring(0, Math.min(slug.length(), LONGEST_ID));
    }

    /** What tells it from the indicator's others: its day, because the file does not say what it is about. */
    String period() {
        return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** By what the same release is known in the platform. */
    String key() {
        return indicator() + " " + period();
    }

    /** As the API takes a new one. */
    Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("indicatorId", indicator());
        body.put("name", name);
        body.put("country", country);
        body.put("importance", importance);
        body.put("releaseTime", time.toString());
        body.put("forecast", forecast.value());
        body.put("previous", previous.value());
        body.put(
                "unit",
                Stream.of(actual, forecast, previous)
                        .map(Figure::unit)
                        .filter(unit -> !unit.isEmpty())
                        .findFirst()
                        .orElse(""));
        body.put("period", period());
        return body;
    }

    private static String country(String currency) {
        if (!currency.matches("[A-Z]{3}")) {
            throw Refusals.wrong("currency", currency, "three capital letters, as USD");
        }
        // a currency's code begins with its country's; the euro area has one of its own
        return currency.equals("EUR") ? "EA" : currency.substring(0, 2);
    }

    private static int importance(String impact) {
        return switch (impact.toLowerCase(Locale.ROOT).split(" ")[0]) {
            case "high" -> 3;
            case "medium" -> 2;
            // what calendars call a holiday
            case "low", "non-economic" -> 1;
            default -> throw Refusals.wrong("impact", impact, "low, medium, high or Non-Economic");
        };
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw Refusals.wrong("datetime", text, "as 2026-11-27T13:30:00Z");
        }
    }

    private static Figure figure(JsonNode json, String field) {
        var text = text(json, field);
        return Figure.of(text).orElseThrow(() -> Refusals.wrong(field, text, "a number, as -0.2%, 214K or 1.5B"));
    }

    /** What is neither text nor number is shown as it stands, so that it is refused as that. */
    private static String text(JsonNode json, String field) {
        var node = json.path(field);
        return node.isMissingNode() || node.isNull()
                ? ""
                : node.asString(node.toString()).strip();
    }
}
