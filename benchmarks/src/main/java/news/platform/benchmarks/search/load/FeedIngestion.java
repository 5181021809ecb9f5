package news.platform.benchmarks.search.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import news.platform.benchmarks.search.MadeUpText;
import news.platform.benchmarks.sse.Micros;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.up.RunningPlatform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pushes articles as a wire service does, in lists of ninjs items, each at a time that does not depend on the answers. Safe for several
 * threads.
 */
final class FeedIngestion implements AutoCloseable {
    /** Items of a list. */
    static final int LIST = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BEARER = Duration.ofMinutes(5);
    private static final int LONGEST_LIST = 100;
    private static final int TAKEN = 201;
    private static final int KNOWN = 200;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String word = "bench" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Set<String> pushed = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> published = new ConcurrentHashMap<>();
    private final JsonMapper json = new JsonMapper();
    private final List<String> headlines;
    private final RunningPlatform platform;
    private final Edge edge;
    private String bearer;
    private long bearerSince;

    /** @param headlines of which articles are made */
    FeedIngestion(RunningPlatform platform, List<String> headlines) {
        this.headlines = headlines;
        this.platform = platform;
        this.bearer = "Bearer " + platform.token("admin");
        this.bearerSince = System.nanoTime();
        this.edge = new Edge(platform.port(), PATIENCE, _ -> {});
    }

    /** It stands in each headline, and nowhere else. */
    String word() {
        return word;
    }

    /** Pushes so many articles a second until it is stopped. */
    void run(int perSecond) {
        long begin = System.nanoTime();
        for (int number = 0; !stopped.get(); number++) {
            long due = begin + (long) number * LIST * 1_000_000_000 / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            int first = number * LIST;
            threads.execute(() -> push(first));
        }
    }

    void stop() {
        stopped.set(true);
    }

    /** When each was begun to be pushed, in microseconds since 1970, by headline. */
    Map<String, Long> published() {
        return published;
    }

    /** How many were not taken. */
    int refused() {
        return refusals.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The same by the last answer. */
    Map<String, Integer> refusals() {
        return refusals;
    }

    /** Waits for what was begun, and has everything withdrawn that was pushed; complains where it is not. */
    @Override
    public void close() {
        stop();
        threads.close();
        var titles = List.copyOf(pushed);
        for (int from = 0; from < titles.size(); from += LONGEST_LIST) {
            send(titles.subList(from, Math.min(from + LONGEST_LIST, titles.size())).stream()
                    .map(title -> Map.of("uri", uri(title), "version", "2", "pubstatus", "canceled"))
                    .toList());
        }
        edge.close();
    }

    private void push(int first) {
        List<String> titles = IntStream.range(first, first + LIST)
                .mapToObj(serial -> word + " " + serial)
                .toList();
        long begun = Micros.now();
        pushed.addAll(titles);
        try {
            send(titles.stream().map(this::item).toList());
            titles.forEach(title -> published.put(title, begun));
        } catch (Complaint e) {
            refusals.merge(String.valueOf(e.getMessage()), titles.size(), Integer::sum);
        }
    }

    private void send(List<?> items) {
        var reply = edge.post("/api/v1/feedItems", json.writeValueAsString(items), Map.of("authorization", bearer()));
        if (!reply.ok()) {
            throw new Complaint(reply.problem());
        }
        for (JsonNode result : reply.json().path("results")) {
            // known: a list whose answer was lost was sent once more
            if (result.path("status").asInt() != TAKEN && result.path("status").asInt() != KNOWN) {
                throw new Complaint(result.toString());
            }
        }
    }

    /** A token lives for ten minutes. */
    private synchronized String bearer() {
        if (System.nanoTime() - bearerSince > BEARER.toNanos()) {
            bearer = "Bearer " + platform.token("admin");
            bearerSince = System.nanoTime();
        }
        return bearer;
    }

    private Map<String, Object> item(String title) {
        return Map.of(
                "uri",
                uri(title),
                "version",
                "1",
                "type",
                "text",
                "language",
                "en",
                "headline",
                title,
                "body_xhtml",
                MadeUpText.html(headlines, title.hashCode()),
                "versioncreated",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                "subjects",
                List.of(Map.of("uri", "channel:global")));
    }

    private static String uri(String title) {
        return "urn:benchmark:" + title.replace(' ', ':');
    }
}
