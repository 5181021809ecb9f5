package news.platform.benchmarks.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import news.platform.benchmarks.sse.Micros;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import news.platform.local.up.RunningPlatform;
import tools.jackson.databind.json.JsonMapper;

/** Publishes articles through the editors' API, each at a time that does not depend on the answers. Safe for several threads. */
public final class Ingestion implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String word = "bench" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
    private final AtomicInteger serials = new AtomicInteger();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Map<String, Long> published = new ConcurrentHashMap<>();
    private final JsonMapper json = new JsonMapper();
    private final List<String> headlines;
    private final String bearer;
    private final Edge edge;

    /** @param headlines of which articles are made */
    public Ingestion(RunningPlatform platform, List<String> headlines) {
        this.headlines = headlines;
        this.bearer = "Bearer " + platform.token("editor");
        this.edge = new Edge(platform.port(), PATIENCE, _ -> {});
    }

    /** It stands in each headline, and nowhere else. */
    public String word() {
        return word;
    }

    /** Publishes so many a second until it is stopped. */
    public void run(int perSecond) {
        long begin = System.nanoTime();
        for (long number = 0; !stopped.get(); number++) {
            long due = begin + number * 1_000_000_000 / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            threads.execute(() -> publish());
        }
    }

    public void stop() {
        stopped.set(true);
    }

    /** Publishes one more, now. Returns its headline. */
    public String publishOne() {
        return publish();
    }

    /** Waits for what was begun; no more can be begun by {@link #run}. */
    public void await() {
        stop();
        threads.close();
    }

    /** When the publication of each was asked for, in microseconds since 1970, by id. */
    public Map<String, Long> published() {
        return published;
    }

    /** How many publications were given up. */
    public int refused() {
        return refusals.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The same by the last answer. */
    public Map<String, Integer> refusals() {
        return refusals;
    }

    /** Changes an article's headline; the word stays. */
    public void correct(String id) {
        require(edge.send(
                "PATCH",
                "/api/v1/articles/" + id,
                json.writeValueAsString(Map.of("title", title(serials.incrementAndGet()))),
                headers(UUID.randomUUID().toString())));
    }

    /** Takes an article back. */
    public void recall(String id) {
        require(edge.post(
                "/api/v1/articles/" + id + ":recall",
                "{}",
                headers(UUID.randomUUID().toString())));
        published.remove(id);
    }

    /** Waits for what was begun, and takes everything back; not what is left where one cannot be taken back. */
    @Override
    public void close() {
        await();
        var givenUp = new AtomicBoolean();
        try (var some = Executors.newFixedThreadPool(16)) {
            List.copyOf(published.keySet())
                    .forEach(id -> some.execute(() -> {
                        if (!givenUp.get()) {
                            takeBack(id, givenUp);
                        }
                    }));
        }
        edge.close();
    }

    private void takeBack(String id, AtomicBoolean givenUp) {
        try {
            recall(id);
        } catch (Complaint e) {
            refusals.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
            givenUp.set(true);
        }
    }

    private String publish() {
        int serial = serials.incrementAndGet();
        var title = title(serial);
        try {
            var draft = json.writeValueAsString(Map.of(
                    "title",
                    title,
                    "bodyHtml",
                    MadeUpText.html(headlines, serial),
                    "lang",
                    "en",
                    "channelIds",
                    List.of("global")));
            var id = require(edge.post("/api/v1/articles", draft, headers(word + serial)))
                    .json()
                    .path("id")
                    .asString();
            long asked = Micros.now();
            require(edge.post("/api/v1/articles/" + id + ":publish", "{}", headers(word + serial + "p")));
            published.put(id, asked);
        } catch (Complaint e) {
            refusals.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
        }
        return title;
    }

    private String title(int serial) {
        return word + " " + serial;
    }

    private Map<String, String> headers(String key) {
        return Map.of("authorization", bearer, "idempotency-key", key);
    }

    private static Reply require(Reply reply) {
        if (!reply.ok()) {
            throw new Complaint(reply.problem());
        }
        return reply;
    }
}
