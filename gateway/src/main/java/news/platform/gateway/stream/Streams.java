package news.platform.gateway.stream;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Metadata;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import news.platform.gateway.call.Callees;
import news.platform.gateway.contract.Method;
import news.platform.gateway.problem.Failures;
import news.platform.gateway.problem.SecurityHeaders;
import news.platform.gateway.problem.TraceIds;
import news.platform.gateway.transcode.json.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Serves streams, each on the thread of its request. When the gateway stops, every client is told to come back before the
 * server waits for what is under way. Thread-safe.
 */
public final class Streams implements SmartLifecycle {

    /** Above the web server's phase, so that streams end before it waits for requests. */
    private static final int PHASE = Integer.MAX_VALUE;

    private final Callees callees;
    private final Json json;
    private final StreamProperties properties;
    private final Set<Upstream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Streams(Callees callees, Json json, StreamProperties properties) {
        this.callees = callees;
        this.json = json;
        this.properties = properties;
    }

    /**
     * Serves until either side ends it. A failure before the first event is thrown, so that it can still become a problem.
     *
     * @param opened run once the stream stands
     */
    public void serve(Method method, Message request, Metadata headers, HttpServletResponse response, Runnable opened)
            throws IOException {
        var call = callees.of(method).newCall(method.grpc(), CallOptions.DEFAULT);
        var upstream = new Upstream(call, properties.buffer());
        open.add(upstream);
        try {
            // looked at after it was added: what stop() does not find has not begun
            if (!running) {
                throw Failures.ofStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE)
                        .asException();
            }
            upstream.start(request, headers);
            var first = upstream.poll(properties.heartbeat());
            if (first instanceof Upstream.End(var failure) && failure != null) {
                throw failure;
            }
            begin(response);
            opened.run();
            var writer = new SseWriter(response.getOutputStream());
            writer.retry(properties.retry());
            new Session(method, upstream, writer, response).run(first);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(upstream);
            upstream.cancel();
        }
    }

    private static void begin(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        SecurityHeaders.set(response);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(Upstream::cut);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** One client. */
    private final class Session {

        private final Method method;
        private final Upstream upstream;
        private final SseWriter writer;
        private final HttpServletResponse response;
        private final long until = System.nanoTime() + properties.maxAge().toNanos();

        Session(Method method, Upstream upstream, SseWriter writer, HttpServletResponse response) {
            this.method = method;
            this.upstream = upstream;
            this.writer = writer;
            this.response = response;
        }

        void run(Upstream.@Nullable Event first) throws IOException, InterruptedException {
            var event = first;
            while (write(event) && System.nanoTime() - until < 0) {
                event = upstream.poll(properties.heartbeat());
            }
        }

        /** False at the end. */
        private boolean write(Upstream.@Nullable Event event) throws IOException {
            switch (event) {
                case null -> writer.heartbeat();
                case Upstream.Next(var message) ->
                    writer.event(field(message, true), field(message, false), data(message));
                case Upstream.End(var failure) -> {
                    if (failure != null) {
                        writer.event("", "error", Failures.of(failure).body(TraceIds.of(response)));
                    }
                    return false;
                }
                case Upstream.Cut() -> {
                    writer.retry(properties.retry());
                    return false;
                }
            }
            return true;
        }

        private byte[] data(Message message) {
            return json.write(message);
        }

        private String field(Message message, boolean id) {
            var name = method.policy().stream()
                    .map(stream -> id ? stream.getIdField() : stream.getEventField())
                    .orElse("");
            var field = name.isEmpty() ? null : message.getDescriptorForType().findFieldByName(name);
            return field == null ? "" : message.getField(field).toString();
        }
    }
}
