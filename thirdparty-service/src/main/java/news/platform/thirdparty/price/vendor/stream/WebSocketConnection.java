package news.platform.thirdparty.price.vendor.stream;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import news.platform.thirdparty.parse.BoundedJson;
import news.platform.thirdparty.price.vendor.TickJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON over a WebSocket. To the vendor: {@code {"op": "subscribe", "symbols": […]}}, {@code {"op": "resend", "from": 7, "to": 9}}; from it:
 * {@code {"sequence": 7, "ticks": […]}}, everything else is passed over. A ping each fifteen seconds; without its pong ten seconds later
 * the connection is dead.
 */
final class WebSocketConnection implements Connection, WebSocket.Listener {
    static final Duration PING_EVERY = Duration.ofSeconds(15);
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_CHARACTERS = 1_000_000;

    private final Inbox inbox;
    private final Clock clock;
    private final WebSocket socket;
    private final StringBuilder text = new StringBuilder();
    private volatile boolean answered = true;
    private Instant pinged;

    /** Opens a socket with this one as its listener. */
    @FunctionalInterface
    interface Opening {
        WebSocket with(WebSocket.Listener listener) throws IOException;
    }

    WebSocketConnection(Opening opening, Inbox inbox, Clock clock) throws IOException {
        this.inbox = inbox;
        this.clock = clock;
        this.pinged = clock.instant();
        this.socket = opening.with(this);
    }

    @Override
    public void subscribe(Set<String> symbols) throws IOException {
        send(Map.of("op", "subscribe", "symbols", symbols.stream().sorted().toList()));
    }

    @Override
    public void askAgain(Sequence.Gap gap) throws IOException {
        send(Map.of("op", "resend", "from", gap.from(), "to", gap.to()));
    }

    @Override
    public void keepAlive() throws IOException {
        var silence = Duration.between(pinged, clock.instant());
        if (!answered && silence.compareTo(PATIENCE) >= 0) {
            throw new IOException("no pong after " + silence.toSeconds() + " s");
        }
        if (answered && silence.compareTo(PING_EVERY) >= 0) {
            answered = false;
            pinged = clock.instant();
            WebSocketConnector.await(socket.sendPing(ByteBuffer.allocate(0)));
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        if (text.length() + part.length() > MOST_CHARACTERS) {
            inbox.failed(new IOException("a message of more than " + MOST_CHARACTERS + " characters"));
            from.abort();
            return null;
        }
        text.append(part);
        if (last) {
            heard(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        answered = true;
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        inbox.failed(new IOException("closed: " + status + " " + reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        inbox.failed(error);
    }

    private void heard(String message) {
        try {
            var json = BoundedJson.read(message);
            if (json.path("ticks").isArray()) {
                inbox.add(new Inbox.Message(
                        json.path("sequence").asLong(0),
                        json.path("ticks").valueStream().map(TickJson::tick).toList()));
            }
        } catch (JacksonException e) {
            inbox.failed(new IOException("a message that is no JSON", e));
        }
    }

    private void send(Map<String, Object> message) throws IOException {
        WebSocketConnector.await(socket.sendText(JSON.writeValueAsString(message), true));
    }
}
