package news.platform.benchmarks.shop;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import news.platform.local.process.Pause;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the gateway who repeats a request under its key until it is answered, as a good client does. Thread-safe. */
public final class Caller implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int IN_USE_LIMIT = 120;

    private final Edge edge;
    private final AtomicLong repetitions = new AtomicLong();

    /** @param patience for how long it repeats what is not answered */
    public Caller(int port, Duration patience) {
        this.edge = new Edge(port, patience, _ -> repetitions.incrementAndGet());
    }

    /** What was answered, whatever that is. */
    public Reply get(String path, String token) {
        return edge.send("GET", path, "", bearer(token));
    }

    /** The same under a key of its own: once in effect, however often it is sent. */
    public Reply post(String path, Map<String, ?> body, String token) {
        return post(path, body, token, UUID.randomUUID().toString());
    }

    /** The same under this key. */
    public Reply post(String path, Map<String, ?> body, String token, String key) {
        var headers = new HashMap<>(bearer(token));
        headers.put("idempotency-key", key);
        var text = JSON.writeValueAsString(body);
        for (int tries = 0; ; tries++) {
            var reply = edge.post(path, text, headers);
            if (!reason(reply).equals("IDEMPOTENCY_KEY_IN_USE") || tries == IN_USE_LIMIT) {
                return reply;
            }
            repetitions.incrementAndGet();
            Pause.of(AGAIN);
        }
    }

    /** What is needed to go on: complains where it is refused. */
    public static Reply ok(Reply reply) {
        if (!reply.ok()) {
            throw new Complaint("The gateway refused what the run needs: " + reply.problem());
        }
        return reply;
    }

    /** Why it was refused; empty where it was not. */
    public static String reason(Reply reply) {
        return reply.ok() ? "" : reply.json().path("reason").asString("");
    }

    /** How often something had to be sent again. */
    public long repetitions() {
        return repetitions.get();
    }

    private static Map<String, String> bearer(String token) {
        return token.isEmpty() ? Map.of() : Map.of("authorization", "Bearer " + token);
    }

    Edge edge() {
        return edge;
    }

    @Override
    public void close() {
        edge.close();
    }
}
