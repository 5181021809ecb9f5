package news.platform.local.ingest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import news.platform.local.process.Pause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./news import}: pushes a file of articles or lives as a partner, waits until readers can list them, and counts. Doing
 * it twice changes nothing, but for a replay, which makes new ones each time; while the platform is busy it waits, and a minute where
 * it is down.
 */
public final class ImportFile {
    private static final int BATCH_ITEMS = 50;
    private static final int BATCH_CHARACTERS = 250_000;
    /** Where no item would fare better: nobody known, or nobody who may. */
    private static final Set<Integer> NOT_ALLOWED = Set.of(401, 403);

    private static final int TAG_LENGTH = 40;
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final Edge edge;
    private final Signature signature;
    private final ImportOptions options;
    private final Progress progress;
    private final Clock clock = Clock.systemUTC();
    private final JsonMapper json = new JsonMapper();
    private final Tally tally = new Tally();
    private final Refusals refusals;
    private final List<Item> batch = new ArrayList<>();
    private int characters;

    /** Imports as the options say. */
    public ImportFile(Edge edge, String secret, ImportOptions options, Progress progress) {
        this.edge = edge;
        this.signature = new Signature(options.destination().partner(), secret, clock);
        this.options = options;
        this.refusals = new Refusals(options.file());
        this.progress = progress;
    }

    /** Imports the file and prints the totals. */
    public void run() {
        Destination destination = options.destination();
        var file = new TextFile(options.file(), refusals);
        String run = options.replay().isPresent() ? "-" + clock.instant().getEpochSecond() : "";
        String name = options.file().getFileName().toString().replaceFirst("\\.jsonl?$", "");
        String tag = name.substring(0, Math.min(name.length(), TAG_LENGTH - run.length())) + run;
        int before = count(tag);
        try {
            push(file, name, run, new Ninjs(tag));
        } finally {
            progress.line("pushed " + tally.seen() + ": " + tally + ", " + refusals.count() + " lines refused");
            refusals.print(progress);
        }
        int accepted = tally.accepted();
        if (accepted == 0) {
            throw new Complaint("Nothing of " + options.file()
                    + " was taken (expected: a JSON object in each line, with a text or a title).");
        }
        // a file of the same name may have brought others before
        int others = Math.max(0, before + tally.created() - accepted);
        int listed = Math.clamp(awaitListed(tag, others, accepted), 0, accepted);
        progress.line(listed + " of " + accepted + " can be read: GET " + destination.path() + "?tag=" + tag);
        if (listed < accepted) {
            throw new Complaint("Not all became " + destination.plural() + ": see ./news logs " + destination.service()
                    + " and ./news logs thirdparty.");
        }
    }

    private void push(TextFile file, String name, String run, Ninjs ninjs) {
        long start = System.nanoTime();
        file.eachObject((object, number) -> refusals.unlessRefused(
                        number, () -> Line.of(object, name, number, clock.instant()))
                .ifPresent(line -> {
                    if (options.replay().isPresent()) {
                        long due = (long) (tally.seen() * 1e9 / options.replay().getAsDouble());
                        Pause.of(Duration.ofNanos(Math.max(0, start + due - System.nanoTime())));
                        add(number, json.writeValueAsString(ninjs.of(line.now(run, clock.instant()))));
                        flush();
                    } else {
                        add(number, json.writeValueAsString(ninjs.of(line)));
                    }
                }));
        flush();
    }

    private void add(int line, String item) {
        if (item.getBytes(StandardCharsets.UTF_8).length > TextFile.LONGEST) {
            refusals.add(line, "longer than 1 MB in the form in which it is pushed");
            return;
        }
        if (batch.size() == BATCH_ITEMS || characters + item.length() > BATCH_CHARACTERS) {
            flush();
        }
        batch.add(new Item(line, item));
        characters += item.length();
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        push(batch);
        batch.clear();
        characters = 0;
        if (options.replay().isEmpty()) {
            progress.line(tally.seen() + " pushed");
        }
    }

    /** What is refused as a whole is pushed again in halves, until it is known whose fault it is. */
    private void push(List<Item> items) {
        String body = items.stream().map(Item::json).collect(Collectors.joining(",", "[", "]"));
        Reply reply = edge.post("/api/v1/feedItems", body, () -> signature.headers(body));
        if (reply.retryable() || NOT_ALLOWED.contains(reply.status())) {
            throw new Complaint("The push was refused: " + reply.problem());
        }
        if (reply.ok()) {
            JsonNode answer = reply.json();
            note(items, answer.isArray() ? answer : answer.path("results"));
        } else if (items.size() == 1) {
            refusals.add(items.getFirst().line(), reply.problem());
        } else {
            push(items.subList(0, items.size() / 2));
            push(items.subList(items.size() / 2, items.size()));
        }
    }

    /** The answer is in the order of the items. */
    private void note(List<Item> items, JsonNode results) {
        for (int at = 0; at < results.size(); at++) {
            JsonNode result = results.get(at);
            if (!tally.add(result) && at < items.size()) {
                refusals.add(
                        items.get(at).line(),
                        result.path("reason").asString("?") + ": "
                                + result.path("detail").asString(""));
            }
        }
    }

    /** Waits until so many are listed beside others, or no more come for a minute; says how many. */
    private int awaitListed(String tag, int others, int wanted) {
        int listed = 0;
        long deadline = System.nanoTime() + STANDSTILL.toNanos();
        while (System.nanoTime() < deadline) {
            int now = count(tag) - others;
            if (now >= wanted) {
                return now;
            }
            if (now > listed) {
                progress.line(now + " of " + wanted + " can be read");
                deadline = System.nanoTime() + STANDSTILL.toNanos();
            }
            listed = now;
            Pause.of(Duration.ofMillis(500));
        }
        return listed;
    }

    private int count(String tag) {
        int count = 0;
        String token = "";
        do {
            Reply reply = edge.get(options.destination().path() + "?pageSize=100&tag=" + encoded(tag)
                    + (token.isEmpty() ? "" : "&pageToken=" + encoded(token)));
            if (!reply.ok()) {
                throw new Complaint("The " + options.destination().plural() + " cannot be listed: " + reply.problem());
            }
            count += reply.json().path(options.destination().plural()).size();
            token = reply.json().path("nextPageToken").asString("");
        } while (!token.isEmpty());
        return count;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What is pushed of a line. */
    private record Item(int line, String json) {}
}
