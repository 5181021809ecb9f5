package news.platform.local.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * {@code ./news import}: pushes a file of articles as a partner, waits until readers can list them, and counts. Doing it
 * twice changes nothing; while the platform is down it waits.
 */
public final class ImportFile {
    private static final int BATCH_ITEMS = 50;
    private static final int BATCH_CHARACTERS = 250_000;
    private static final int TAG_LENGTH = 40;
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final Edge edge;
    private final Signature signature;
    private final Progress progress;
    private final JsonMapper json = new JsonMapper();
    private final Tally tally = new Tally();
    private final List<String> batch = new ArrayList<>();
    private int characters;

    public ImportFile(Edge edge, String secret, Progress progress) {
        this.edge = edge;
        this.signature = new Signature(secret, java.time.Clock.systemUTC());
        this.progress = progress;
    }

    /** Imports the file and prints the totals. */
    public void run(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.jsonl?$", "");
        String tag = name.length() > TAG_LENGTH ? name.substring(0, TAG_LENGTH) : name;
        push(file, name, new Ninjs(tag));
        progress.line("pushed " + tally.seen() + ": " + tally);
        tally.refused().forEach(line -> progress.line("refused " + line));
        int listed = awaitListed(tag, tally.accepted());
        progress.line(listed + " of " + tally.accepted() + " can be read: GET /api/v1/articles?tag=" + tag);
        if (listed < tally.accepted()) {
            throw new Complaint("Not all became articles: see ./news logs content and ./news logs thirdparty.");
        }
    }

    private void push(Path file, String name, Ninjs ninjs) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    add(json.writeValueAsString(ninjs.of(Line.of(parse(line, file, number), name, number))));
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
        progress.line(tally.seen() + " pushed");
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
            Reply reply = edge.get("/api/v1/articles?pageSize=100&tag=" + encoded(tag)
                    + (token.isEmpty() ? "" : "&pageToken=" + encoded(token)));
            if (!reply.ok()) {
                throw new Complaint("The articles cannot be listed: " + reply.problem());
            }
            count += reply.json().path("articles").size();
            token = reply.json().path("nextPageToken").asString("");
        } while (!token.isEmpty());
        return count;
    }

    private static String encoded(String value) {
        return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
    }
}
