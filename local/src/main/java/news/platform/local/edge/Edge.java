package news.platform.local.edge;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import news.platform.local.console.Complaint;
import news.platform.local.process.Pause;
import tools.jackson.databind.json.JsonMapper;

/** The gateway as a client sees it. Safe for several threads. */
public final class Edge implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final String base;
    private final Duration patience;
    private final Duration silence;
    private final Consumer<String> waiting;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** The one on this machine's own address. */
    public Edge(int port, Duration patience, Consumer<String> waiting) {
        this("127.0.0.1", port, patience, waiting);
    }

    /**
     * @param host an IP address
     * @param patience for how long a request is repeated that meets nobody, or 429, 502, 503, 504
     * @param waiting hears why it waits
     */
    public Edge(String host, int port, Duration patience, Consumer<String> waiting) {
        this(host, port, patience, patience, waiting);
    }

    /** @param silence for how long at most a request is repeated that meets nobody */
    public Edge(String host, int port, Duration patience, Duration silence, Consumer<String> waiting) {
        this.base = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        this.patience = patience;
        this.silence = silence;
        this.waiting = waiting;
    }

    /** A fresh access token of a demo account. */
    public String token(String user, String password) {
        String email = user.contains("@") ? user : user + "@example.com";
        String body = new JsonMapper().writeValueAsString(Map.of("email", email, "password", password));
        Reply reply = post("/api/v1/sessions", body, Map.of());
        if (!reply.ok()) {
            throw new Complaint("No token for " + email + ": " + reply.problem());
        }
        return reply.json().path("accessToken").asString();
    }

    public Reply get(String path) {
        return send(path, () -> HttpRequest.newBuilder().GET());
    }

    public Reply post(String path, String json, Map<String, String> headers) {
        return post(path, json, () -> headers);
    }

    /** The headers are made anew for each try, because a signature ages. */
    public Reply post(String path, String json, Supplier<Map<String, String>> headers) {
        return send(path, () -> {
            HttpRequest.Builder request = HttpRequest.newBuilder()
                    .header("content-type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json));
            headers.get().forEach(request::header);
            return request;
        });
    }

    /** Asks with any method; without a body where the text is empty. */
    public Reply send(String method, String path, String json, Map<String, String> headers) {
        return send(path, () -> {
            HttpRequest.Builder request = HttpRequest.newBuilder()
                    .method(
                            method,
                            json.isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(json));
            if (!json.isEmpty()) {
                request.header("content-type", "application/json");
            }
            headers.forEach(request::header);
            return request;
        });
    }

    private Reply send(String path, Supplier<HttpRequest.Builder> builder) {
        long deadline = System.nanoTime() + patience.toNanos();
        long answered = System.nanoTime();
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            Duration wait = pause;
            String reason;
            HttpRequest request =
                    builder.get().uri(URI.create(base + path)).timeout(TIMEOUT).build();
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                Reply reply = new Reply(response.statusCode(), response.headers(), response.body());
                if (!reply.retryable() || System.nanoTime() > deadline) {
                    return reply;
                }
                answered = System.nanoTime();
                wait = reply.retryAfter().orElse(pause);
                reason = reply.problem();
            } catch (IOException e) {
                // who takes the connection is there, and busy
                if (!(e instanceof ConnectException || e instanceof HttpConnectTimeoutException)) {
                    answered = System.nanoTime();
                }
                if (System.nanoTime() > deadline || System.nanoTime() - answered > silence.toNanos()) {
                    throw new Complaint(
                            "Nobody answers at " + base + ": ./news up starts the platform, ./news status shows it.",
                            e);
                }
                reason = "the gateway does not answer";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Complaint("Interrupted.", e);
            }
            waiting.accept(reason);
            // whoever answers may ask for a longer pause than there is patience
            Duration left = Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1_000_000));
            Duration next = jittered(wait);
            Pause.of(next.compareTo(left) > 0 ? left : next);
        }
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private static Duration jittered(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4 + 1));
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
