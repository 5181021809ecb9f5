package news.platform.benchmarks.search.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import news.platform.benchmarks.load.Sources;
import news.platform.local.console.Complaint;

/**
 * Readers who say once that they read, each another one, from several places so that no place says too much. Nobody tries
 * again: a view is worth no second request. Safe for several threads.
 */
final class Viewers implements AutoCloseable {
    private static final int PER_SECOND = 100;
    private static final int PLACES = 10;
    /** So that each place has addresses of a block of its own. */
    private static final int BLOCK = 8 * 250;

    /** As many of one place and article as count: {@code news.ranking.view.per-network}. */
    private static final int PER_PLACE = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TAKEN = 204;

    private final String base;
    private final Supplier<List<String>> articles;
    private final List<HttpClient> places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String run = UUID.randomUUID().toString();
    /** Of each article, by the thread that begins them. */
    private final Map<String, Integer> begun = new HashMap<>();

    private final AtomicBoolean over = new AtomicBoolean();
    private final Set<String> viewed = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Long> answered = new ConcurrentLinkedQueue<>();
    private final AtomicLong unanswered = new AtomicLong();

    /** @param articles the ids of what there is to be read */
    Viewers(int port, Supplier<List<String>> articles) {
        this.base = "http://127.0.0.1:" + port + "/api/v1/articles/";
        this.articles = articles;
        this.places = IntStream.range(0, PLACES).mapToObj(Viewers::place).toList();
    }

    private static HttpClient place(int number) {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .localAddress(InetAddress.getByName(Sources.of(number * BLOCK)))
                    .build();
        } catch (UnknownHostException e) {
            throw new Complaint("There is no " + Sources.of(number * BLOCK) + ".", e);
        }
    }

    /** Goes on until it is ended, at times that do not depend on the answers. */
    void view() {
        long begin = System.nanoTime();
        for (int number = 0; !over.get(); number++) {
            long due = begin + number * 1_000_000_000L / PER_SECOND;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            var ids = articles.get();
            if (!ids.isEmpty()) {
                begin(ids.get(number % ids.size()), number);
            }
        }
    }

    /** From the next place; nobody where all that count have been. */
    private void begin(String id, int viewer) {
        int before = begun.merge(id, 1, Integer::sum) - 1;
        if (before < PLACES * PER_PLACE) {
            threads.execute(() -> view(id, viewer, places.get(before % PLACES)));
        }
    }

    void end() {
        over.set(true);
    }

    /** Waits for what was begun; no more can be begun by {@link #view}. */
    void await() {
        end();
        threads.close();
    }

    /** The ids of what somebody said to have read. */
    Set<String> viewed() {
        return viewed;
    }

    /** How many the edge has taken. */
    long answered() {
        return answered.size();
    }

    /** How many of them it took within so long until now. */
    long answeredWithin(Duration last) {
        long since = System.nanoTime() - last.toNanos();
        return answered.stream().filter(time -> time > since).count();
    }

    /** How many it did not take, or nobody knows whether. */
    long unanswered() {
        return unanswered.get();
    }

    private void view(String id, int viewer, HttpClient place) {
        viewed.add(id);
        var request = HttpRequest.newBuilder(URI.create(base + id + "/views"))
                .header("user-agent", "reader " + viewer + " of " + run)
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try {
            int status =
                    place.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status == TAKEN) {
                answered.add(System.nanoTime());
            } else {
                unanswered.incrementAndGet();
            }
        } catch (IOException _) {
            unanswered.incrementAndGet();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        await();
        places.forEach(HttpClient::shutdownNow);
    }
}
