package news.platform.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends callbacks, with the faults that are ordered, and again until they are acknowledged: after a second at first, twice as late
 * each time up to a minute, twenty times. Thread-safe.
 */
final class Callbacks implements AutoCloseable {
    private static final int TRIES = 20;
    /** More requests under way than this would not fit into a small heap when thousands are told once more. */
    private static final int AT_ONCE = 64;

    private static final int LONGEST_SECONDS = 60;
    private static final int MAX_DOUBLINGS = 6;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String TIMESTAMP = "X-Sandbox-Timestamp";
    private static final String SIGNATURE = "X-Sandbox-Signature";

    private final String secret;
    private final InstantSource clock;
    private final Supplier<Faults> faults;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService waiting = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("callbacks").factory());
    private final List<Message> sent = new CopyOnWriteArrayList<>();

    Callbacks(String secret, InstantSource clock, Supplier<Faults> faults) {
        this.secret = secret;
        this.clock = clock;
        this.faults = faults;
    }

    /** What is told, and whom. */
    record Message(URI url, byte[] body) {}

    void send(Message message) {
        sent.add(message);
        var now = faults.get();
        if (ThreadLocalRandom.current().nextInt(100) < now.dropPercent()) {
            return;
        }
        for (int copy = 0; copy <= now.repeat(); copy++) {
            long delay = now.delayMillis() + ThreadLocalRandom.current().nextLong(now.reorderMillis() + 1);
            schedule(message, 1, delay);
        }
    }

    /** Everything that was ever told, once more, in any order. */
    int repeatAll() {
        var all = new ArrayList<>(sent);
        Collections.shuffle(all);
        all.forEach(message -> schedule(message, TRIES, 0));
        return all.size();
    }

    /** The status by which a message is answered that has this signature; empty: none. */
    int post(Message message, String timestamp, String signature) throws IOException {
        var request = HttpRequest.newBuilder(message.url())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(message.body()));
        if (!signature.isEmpty()) {
            request.header(TIMESTAMP, timestamp).header(SIGNATURE, signature);
        }
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** As it is signed in earnest. */
    String signature(String timestamp, Message message) {
        return Signature.of(secret, timestamp, message.body());
    }

    String timestamp() {
        return Long.toString(clock.instant().getEpochSecond());
    }

    private void schedule(Message message, int attempt, long delayMillis) {
        if (!waiting.isShutdown()) {
            waiting.schedule(
                    () -> sending.execute(() -> attempt(message, attempt)), delayMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void attempt(Message message, int attempt) {
        try {
            places.acquire();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        boolean acknowledged;
        try {
            acknowledged = acknowledged(message);
        } finally {
            places.release();
        }
        if (!acknowledged && attempt < TRIES) {
            long seconds = Math.min(1L << Math.min(attempt - 1, MAX_DOUBLINGS), LONGEST_SECONDS);
            schedule(message, attempt + 1, TimeUnit.SECONDS.toMillis(seconds));
        }
    }

    private boolean acknowledged(Message message) {
        try {
            var now = timestamp();
            int status = post(message, now, signature(now, message));
            return status >= 200 && status < 300;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        waiting.shutdownNow();
        sending.shutdownNow();
        client.shutdownNow();
    }
}
