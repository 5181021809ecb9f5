package news.platform.local.ingest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./news import --calendar}: has the demo editors schedule each release of a file, then bring its figure, then what that was
 * revised to. What the platform has already stays, so that a second import changes nothing, and a later one brings the figures
 * that have come meanwhile.
 */
public final class ImportCalendar {
    private static final String EVENTS = "/api/v1/calendar/events";
    private static final int SHOWN_EVERY = 50;

    private final Edge edge;
    private final Desk desk;
    private final Path file;
    private final Progress progress;
    private final Refusals refusals;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Integer> became = new TreeMap<>();

    public ImportCalendar(Edge edge, String password, Path file, Progress progress) {
        this.edge = edge;
        this.desk = new Desk(edge, password, List.of("editor", "admin"));
        this.file = file;
        this.progress = progress;
        this.refusals = new Refusals(file);
    }

    /** Imports the file and prints the totals. */
    public void run() {
        var lines = revised(read());
        try {
            bring(lines);
        } finally {
            refusals.print(progress);
        }
        if (became.isEmpty()) {
            throw new Complaint("Nothing of " + file
                    + " was taken (expected: a JSON object in each line, with event, currency, impact and datetime).");
        }
        progress.line(became + ", " + refusals.count() + " refused: GET " + EVENTS + "?from="
                + lines.getFirst().time());
    }

    private void bring(List<CalendarLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var known = known(lines);
        int done = 0;
        for (var line : lines) {
            bring(line, Optional.ofNullable(known.get(line.key())));
            if (++done % SHOWN_EVERY == 0) {
                progress.line(done + " of " + lines.size());
            }
        }
    }

    /** By time. */
    private List<CalendarLine> read() {
        var lines = new ArrayList<CalendarLine>();
        var numbers = new HashMap<String, Integer>();
        new TextFile(file, refusals)
                .eachObject((object, number) -> refusals.unlessRefused(number, () -> CalendarLine.of(object, number))
                        .filter(line -> isFirst(line, numbers))
                        .ifPresent(lines::add));
        lines.sort(Comparator.comparing(CalendarLine::time));
        return lines;
    }

    private boolean isFirst(CalendarLine line, Map<String, Integer> numbers) {
        var before = numbers.putIfAbsent(line.key(), line.number());
        if (before != null) {
            refusals.add(line.number(), "the same event on the same day as in line " + before);
        }
        return before == null;
    }

    /** What the next release of an indicator calls the figure before is what that was revised to. */
    private static List<CalendarLine> revised(List<CalendarLine> lines) {
        var next = new HashMap<String, CalendarLine>();
        var revised = new ArrayList<CalendarLine>();
        for (var line : lines.reversed()) {
            var after = next.put(line.indicator(), line);
            revised.add(
                    !line.revised().isKnown() && after != null && line.actual().differsFrom(after.previous())
                            ? line.revisedTo(after.previous())
                            : line);
        }
        return revised.reversed();
    }

    /** The releases of that time that there are, by {@link CalendarLine#key}. */
    private Map<String, JsonNode> known(List<CalendarLine> lines) {
        var known = new HashMap<String, JsonNode>();
        var query = EVENTS + "?pageSize=100&from=" + lines.getFirst().time() + "&to="
                + lines.getLast().time().plus(Duration.ofSeconds(1));
        String token = "";
        do {
            var reply = edge.get(
                    query + (token.isEmpty() ? "" : "&pageToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
            if (!reply.ok()) {
                throw new Complaint(
                        "The calendar cannot be listed: " + reply.problem() + ": see ./news logs calendar.");
            }
            reply.json()
                    .path("releases")
                    .forEach(release ->
                            known.put(text(release, "indicatorId") + " " + text(release, "period"), release));
            token = text(reply.json(), "nextPageToken");
        } while (!token.isEmpty());
        return known;
    }

    private void bring(CalendarLine line, Optional<JsonNode> known) {
        var became = known.isPresent() ? "unchanged" : "scheduled";
        var release = known.or(() -> asked(line, "POST", EVENTS, line.body()));
        if (release.isEmpty()) {
            return;
        }
        var path = EVENTS + "/" + text(release.get(), "id");
        var actual = line.actual();
        if (actual.isKnown() && text(release.get(), "actual").isEmpty()) {
            became = "released";
            release = asked(line, "PATCH", path, Map.of("actual", actual.value()));
        }
        if (release.isPresent()
                && line.revised().differsFrom(actual)
                && text(release.get(), "revised").isEmpty()) {
            became = "revised";
            release =
                    asked(line, "PATCH", path, Map.of("revised", line.revised().value()));
        }
        if (release.isPresent()) {
            this.became.merge(became, 1, Integer::sum);
        }
    }

    /** The release; empty where it was refused. */
    private Optional<JsonNode> asked(CalendarLine line, String method, String path, Map<String, Object> body) {
        Reply reply = desk.send("calendar", method, path, json.writeValueAsString(body));
        if (reply.ok()) {
            return Optional.of(reply.json());
        }
        refusals.add(line.number(), reply.problem());
        return Optional.empty();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
