package news.platform.local.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import news.platform.local.process.Pause;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./news import}: pushes a file of articles or lives as a partner, waits until readers can list them, and counts. Doing
 * it twice changes nothing, but for a replay, which makes new ones each time; while the platform is down it waits.
 */
public final class ImportFile {
    private static final int BATCH_ITEMS = 50;
    private static final int BATCH_CHARACTERS = 250_000;
    private static final int TAG_LENGTH = 40;
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final Edge edge;
    private final Signature signature;
    private final ImportOptions options;
    private final Progress progress;
    private final Clock clock = Clock.systemUTC();
    private final JsonMapper json = new JsonMapper();
    private final Tally tally = new Tally();
    private final List<String> batch = new ArrayList<>();
    private int characters;

    /** Imports as the options say. */
    public ImportFile(Edge edge, String secret, ImportOptions options, Progress progress) {
        this.edge = edge;
        this.signature = new Signature(options.destination().partner(), secret, clock);
        this.options = options;
        this.progress = progress;
    }

    /** Imports the file and prints the totals. */
    public void run() {
        Destination destination = options.destination();
        String run = options.replay().isPresent() ? "-" + clock.instant().getEpochSecond() : "";
        String name = options.file().getFileName().toString().replaceFirst("\\.jsonl?$", "");
        String tag = name.substring(0, Math.min(name.length(), TAG_LENGTH - run.length())) + run;
        push(name, run, new Ninjs(tag));
        progress.line("pushed " + tally.seen() + ": " + tally);
        tally.refused().forEach(line -> progress.line("refused " + line));
        if (tally.accepted() == 0) {
            throw new Complaint("Nothing of " + options.file()
                    + " was taken (expected: a JSON object in each line, with a text or a title).");
        }
        int listed = awaitListed(tag, tally.accepted());
        progress.line(listed + " of " + tally.accepted() + " can be read: GET " + destination.path() + "?tag=" + tag);
        if (listed < tally.accepted()) {
            throw new Complaint("Not all became " + destination.plural() + ": see ./news logs " + destination.service()
                    + " and ./news logs thirdparty.");
        }
    }

    private void push(String name, String run, Ninjs ninjs) {
        Path file = options.file();
        long start = System.nanoTime();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                if (!text.isBlank()) {
                    Line line = Line.of(parse(text, file, number), name, number);
                    if (line.text().isEmpty()) {
                        tally.addUnreadable(number);
                    } else if (options.replay().isPresent()) {
                        long due = (long) (tally.seen() * 1e9 / options.replay().getAsDouble());
                        Pause.of(Duration.ofNanos(Math.max(0, start + due - System.nanoTime())));
                        add(json.writeValueAsString(ninjs.of(line.now(run, clock.instant()))));
                        flush();
                    } else {
                        add(json.writeValueAsString(ninjs.of(line)));
                    }
                }
            }
            flush();
        } catch (IOException e) {
            throw new Complaint("Cannot read " + file + ": " + e, e);
        }
    }

    private JsonNode parse(String line, Path file, int number) {
        try {
            return json.readTree(line);
        } catch (JacksonException e) {
            throw new Complaint(file + ", line " + number + ", is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private void add(String item) {
        if (batch.size() == BATCH_ITEMS || characters + item.length() > BATCH_CHARACTERS) {
            flush();
        }
        batch.add(item);
        characters += item.length();
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        String body = "[" + String.join(",", batch) + "]";
        batch.clear();
        characters = 0;
        Reply reply = edge.post("/api/v1/feedItems", body, () -> signature.headers(body));
        if (!reply.ok()) {
            throw new Complaint("The push was refused: " + reply.problem());
        }
        JsonNode answer = reply.json();
        (answer.isArray() ? answer : answer.path("results")).forEach(tally::add);
        if (options.replay().isEmpty()) {
            progress.line(tally.seen() + " pushed");
        }
    }

    /** Waits until so many are listed, or no more come for a minute. */
    private int awaitListed(String tag, int wanted) {
        int listed = 0;
        long deadline = System.nanoTime() + STANDSTILL.toNanos();
        while (System.nanoTime() < deadline) {
            int now = count(tag);
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
        return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
    }
}
