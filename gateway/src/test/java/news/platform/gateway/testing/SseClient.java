package news.platform.gateway.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads a stream of events over a connection of its own, as a browser does. */
public final class SseClient implements AutoCloseable {

    /** The end of the stream. */
    public static final Event END = new Event("", "", "");

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final BufferedReader lines;
    private final List<String> head = new ArrayList<>();
    private String lastId = "";

    /** An event; {@code type} and {@code data} are empty where it has none. */
    public record Event(String id, String type, String data) {}

    /** @param headers lines without their ends */
    public SseClient(int port, String path, String... headers) {
        this(port, path, 0, headers);
    }

    /** @param receiveBuffer in bytes; 0: the system's */
    public SseClient(int port, String path, int receiveBuffer, String... headers) {
        this("127.0.0.1", port, path, receiveBuffer, headers);
    }

    private SseClient(String from, int port, String path, int receiveBuffer, String... headers) {
        try {
            socket.bind(new InetSocketAddress(from, 0));
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            var request = "GET " + path + " HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\n"
                    + String.join(
                            "",
                            List.of(headers).stream().map(line -> line + "\r\n").toList()) + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                head.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of many that come from another address, one of 127.0.0.0/8. */
    public static SseClient from(String address, int port, String path, String... headers) {
        return new SseClient(address, port, path, 0, headers);
    }

    public int status() {
        return Integer.parseInt(head.getFirst().substring(9, 12));
    }

    public String head() {
        return String.join("\n", head);
    }

    /** The id by which it comes back. */
    public String lastId() {
        return lastId;
    }

    /** The next event that fires at a browser: comments, retry and ids alone do not; else the end. */
    public Event next() {
        return next(event -> !event.data().isEmpty());
    }

    /** The next block that is a heartbeat with a position. */
    public Event heartbeat() {
        return next(event -> event.data().isEmpty() && !event.id().isEmpty());
    }

    /** The texts of the next events. */
    public List<String> texts(int events) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < events; i++) {
            texts.add(next().data().replaceAll(".*\"text\":\"([^\"]*)\".*", "$1"));
        }
        return texts;
    }

    private Event next(Predicate<Event> wanted) {
        try {
            for (var event = block(); event != END; event = block()) {
                if (!event.id().isEmpty()) {
                    lastId = event.id();
                }
                if (wanted.test(event)) {
                    return event;
                }
            }
            return END;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Event block() throws IOException {
        var id = "";
        var type = "";
        var data = "";
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                return new Event(id, type, data);
            }
            id = line.startsWith("id: ") ? line.substring(4) : id;
            type = line.startsWith("event: ") ? line.substring(7) : type;
            data = line.startsWith("data: ") ? line.substring(6) : data;
        }
        return END;
    }

    /** Takes so many bytes, or fewer that are there, and looks at none: nothing can be read by lines afterwards. */
    public void takeBytes(int most) {
        try {
            if (socket.getInputStream().available() > 0) {
                socket.getInputStream()
                        .readNBytes(Math.min(most, socket.getInputStream().available()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
