package news.platform.thirdparty.price.vendor.stream;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A vendor that speaks JSON over WebSocket (RFC 6455), as much of it as a vendor needs. */
final class WebSocketStandIn extends StreamStandIn {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int LAST = 0x80;
    private static final int REST = 0;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    final AtomicInteger pings = new AtomicInteger();
    volatile boolean pongs = true;
    volatile boolean parts;

    private final JsonMapper json = new JsonMapper();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final ServerSocket server = started();

    @Override
    URI address() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/prices");
    }

    @Override
    void tell(long sequence, List<Trade> trades) {
        var text = trades.stream()
                .map(trade -> """
                        {"symbol": "%s", "price": "%s", "volume": 1, "time": "%s"}""".formatted(trade.symbol(), trade.price(), trade.time()))
                .collect(Collectors.joining(", ", "{\"sequence\": " + sequence + ", \"ticks\": [", "]}"))
                .getBytes(StandardCharsets.UTF_8);
        for (var client : clients) {
            int first = parts ? 5 : text.length;
            send(client, parts ? TEXT : LAST | TEXT, ByteBuffer.wrap(text, 0, first));
            if (parts) {
                send(client, LAST | REST, ByteBuffer.wrap(text, first, text.length - first));
            }
        }
    }

    @Override
    void hangUp() {
        clients.forEach(client -> send(client, LAST | CLOSE, ByteBuffer.wrap(new byte[] {3, (byte) 0xe8})));
        drop();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        drop();
    }

    private void drop() {
        for (var client : clients) {
            try {
                client.close();
            } catch (IOException _) {
                // it is gone
            }
        }
        clients.clear();
    }

    private ServerSocket started() {
        try {
            var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                if (away) {
                    client.close();
                    continue;
                }
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new DataInputStream(client.getInputStream());
            var headers = headers(in);
            shown = headers.getOrDefault("authorization", "");
            var accept = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((headers.get("sec-websocket-key") + MAGIC).getBytes(StandardCharsets.US_ASCII)));
            client.getOutputStream()
                    .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Accept: " + accept + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            clients.add(client);
            while (hear(client, in)) {
                // the next one
            }
        } catch (IOException _) {
            // the client has left
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            clients.remove(client);
        }
    }

    private static Map<String, String> headers(DataInputStream in) throws IOException {
        var headers = new TreeMap<String, String>();
        var line = new StringBuilder();
        while (true) {
            int next = in.readUnsignedByte();
            if (next != '\n') {
                line.append((char) next);
                continue;
            }
            var text = line.toString().strip();
            line.setLength(0);
            if (text.isEmpty()) {
                return headers;
            }
            int colon = text.indexOf(':');
            if (colon > 0) {
                headers.put(
                        text.substring(0, colon).toLowerCase(Locale.ROOT),
                        text.substring(colon + 1).strip());
            }
        }
    }

    /** One frame; false after the last. */
    private boolean hear(Socket client, DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte() & 0x7f;
        length = length == 126 ? in.readUnsignedShort() : length;
        var mask = in.readNBytes(4);
        var body = in.readNBytes(length);
        for (int at = 0; at < body.length; at++) {
            body[at] ^= mask[at % 4];
        }
        switch (kind) {
            case TEXT -> asked(new String(body, StandardCharsets.UTF_8));
            case PING -> {
                pings.incrementAndGet();
                if (pongs) {
                    send(client, LAST | PONG, ByteBuffer.wrap(body));
                }
            }
            default -> {}
        }
        return kind != CLOSE;
    }

    private void asked(String message) {
        var request = json.readTree(message);
        switch (request.path("op").asString()) {
            case "subscribe" ->
                wanted = request.path("symbols")
                        .valueStream()
                        .map(symbol -> symbol.asString())
                        .collect(Collectors.toSet());
            case "resend" ->
                askedAgain.add(
                        request.path("from").asLong() + "-" + request.path("to").asLong());
            default -> throw new IllegalStateException(message);
        }
    }

    private static void send(Socket client, int head, ByteBuffer body) {
        var frame = ByteBuffer.allocate(4 + body.remaining()).put((byte) head);
        if (body.remaining() < 126) {
            frame.put((byte) body.remaining());
        } else {
            frame.put((byte) 126).putShort((short) body.remaining());
        }
        frame.put(body);
        synchronized (client) {
            try {
                client.getOutputStream().write(frame.array(), 0, frame.position());
            } catch (IOException _) {
                // the client has left
            }
        }
    }
}
