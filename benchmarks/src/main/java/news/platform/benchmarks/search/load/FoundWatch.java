package news.platform.benchmarks.search.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.benchmarks.load.Latencies;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.search.Seeker;
import news.platform.benchmarks.sse.Micros;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;
import tools.jackson.databind.JsonNode;

/**
 * Looks ten times a second which articles of an ingestion are found, under keys that no cache has; so what it sees is up to a tenth
 * of a second late, or more where a look is refused. Closing ends it.
 */
final class FoundWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** A few times what comes between two looks: each hit of a page costs the service a snippet. */
    private static final int PAGE = 15;

    /** Lists that were pushed so long ago and are not answered yet are older than any of which it is known. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    private static final int LONGEST_PAGE = 100;

    private final Edge edge;
    private final AtomicInteger refused = new AtomicInteger();
    private final FeedIngestion ingestion;
    private final Map<String, Long> found = new ConcurrentHashMap<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread thread;
    private long number = 100_000_000;

    FoundWatch(RunningPlatform platform, FeedIngestion ingestion) {
        this.edge = new Edge(platform.port(), Duration.ZERO, _ -> {});
        this.ingestion = ingestion;
        this.thread = Thread.ofPlatform().name("found").start(this::watch);
    }

    /** How long it took from the pushing of each until it was found, of those that were pushed from one time on until another. */
    Tail tail(long fromMicros, long toMicros) {
        var latencies = new Latencies(found.size());
        ingestion.published().forEach((title, asked) -> {
            var seen = found.get(title);
            if (seen != null && asked >= fromMicros && asked < toMicros) {
                latencies.answered(Math.max(0, seen - asked) * 1000);
            }
        });
        return latencies.tail((toMicros - fromMicros) / 1e6);
    }

    /** Waits until everything that was published is found; how many are not within a minute. */
    int missing() {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < end && count() > 0) {
            look(true);
            Pause.of(PAUSE.multipliedBy(10));
        }
        return count();
    }

    /** How many looks were refused. */
    int refused() {
        return refused.get();
    }

    private int count() {
        return (int) ingestion.published().keySet().stream()
                .filter(title -> !found.containsKey(title))
                .count();
    }

    private void watch() {
        while (!ended.get()) {
            look(false);
            Pause.of(PAUSE);
        }
    }

    /**
     * Newest first, a page after the other, as long as there is something new on them; or all pages. Nothing is asked for that is older
     * than what is still to be found, so the service has as little to count in the end as in the beginning.
     */
    private synchronized void look(boolean all) {
        var path = Seeker.searchPath(ingestion.word()) + "&order=time&to=2100-01-01T00:00:00." + number++ + "Z&from="
                + earliest() + "&pageSize=" + (all ? LONGEST_PAGE : PAGE)
                + "&fields=hits.title,nextPageToken&pageToken=";
        var token = "";
        boolean more = true;
        while (more) {
            var answer = answer(path + token);
            if (answer.isEmpty()) {
                refused.incrementAndGet();
                return;
            }
            var page = answer.get();
            long now = Micros.now();
            boolean fresh = false;
            for (var hit : page.path("hits")) {
                fresh |= found.putIfAbsent(hit.path("title").asString(), now) == null;
            }
            token = page.path("nextPageToken").asString("");
            more = !token.isEmpty() && (fresh || all);
        }
    }

    /** Empty where it is refused, or nobody answers. */
    private Optional<JsonNode> answer(String path) {
        try {
            var reply = edge.get(path);
            return reply.ok() ? Optional.of(reply.json()) : Optional.empty();
        } catch (Complaint _) {
            return Optional.empty();
        }
    }

    private Instant earliest() {
        var before = Instant.now().minus(UNDER_WAY);
        return ingestion.published().entrySet().stream()
                .filter(article -> !found.containsKey(article.getKey()))
                .map(article -> Instant.EPOCH.plus(article.getValue(), ChronoUnit.MICROS))
                .filter(before::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(before)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public void close() {
        ended.set(true);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        edge.close();
    }
}
