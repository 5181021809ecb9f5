package news.platform.gateway.stream;

import com.google.protobuf.Message;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import news.platform.gateway.contract.Method;
import news.platform.gateway.problem.Failures;
import news.platform.gateway.problem.SecurityHeaders;
import news.platform.gateway.stream.source.MethodStream;
import news.platform.gateway.stream.wire.Sse;
import news.platform.gateway.stream.wire.StreamUpgrade;
import news.platform.gateway.stream.wire.Writers;
import news.platform.security.Caller;
import org.springframework.context.SmartLifecycle;

/**
 * Opens streams: answers at once with the head and a first comment, then hands the connection over to a writer; the request
 * ends, the stream goes on. When the gateway stops, every client is told to come back before the server waits for what is
 * under way. Thread-safe.
 */
public final class Streams implements SmartLifecycle {

    /** Above the web server's phase, so that streams end before it waits for requests. */
    private static final int PHASE = Integer.MAX_VALUE;

    private static final double THIRD = 1 / 3.0;

    private final StreamProperties properties;
    private final StreamPlaces places;
    private final Writers writers;
    private final Function<Method, MethodStream> maker;
    private final Map<Method, MethodStream> streams = new ConcurrentHashMap<>();
    private volatile boolean running;

    /** {@code maker}: what the clients of a method share, made for the first of them. */
    Streams(StreamProperties properties, StreamPlaces places, Writers writers, Function<Method, MethodStream> maker) {
        this.properties = properties;
        this.places = places;
        this.writers = writers;
        this.maker = maker;
    }

    /**
     * Who opens a stream.
     *
     * @param request what is wanted
     * @param resumes whether the request says what the client has
     */
    public record Opening(Method method, Message request, boolean resumes, Optional<Caller> caller, String address) {}

    /** Opens it and returns, or refuses by a problem. */
    public void open(Opening opening, HttpServletRequest http, HttpServletResponse response) throws IOException {
        var leave = places.enter(opening.caller(), opening.address());
        boolean handedOver = false;
        try {
            if (!running) {
                throw Failures.ofStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE)
                        .asException();
            }
            begin(response);
            var upgrade = http.upgrade(StreamUpgrade.class);
            var client = new MethodStream.Client(opening.request(), opening.resumes(), opening.caller(), leave);
            upgrade.tell(
                    writers, streams.computeIfAbsent(opening.method(), maker).join(client));
            handedOver = true;
        } catch (ServletException e) {
            throw new IOException("the server does not hand the connection over", e);
        } finally {
            if (!handedOver) {
                leave.run();
            }
        }
    }

    /** Without a length and with the connection's end as its own, so that the bytes of events go as they are. */
    private void begin(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Connection", "close");
        response.setHeader("X-Accel-Buffering", "no");
        SecurityHeaders.set(response);
        var first = Sse.retry(properties.retry(), 1 - THIRD, 1 + THIRD) + Sse.COMMENT;
        response.getOutputStream().write(first.getBytes(StandardCharsets.US_ASCII));
        response.flushBuffer();
    }

    @Override
    public void start() {
        writers.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        streams.values().forEach(MethodStream::stop);
        writers.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
