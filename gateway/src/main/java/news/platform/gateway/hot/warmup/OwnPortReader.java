package news.platform.gateway.hot.warmup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection to this process, reading one answer after the other: costs as little as can be beside what is warmed. */
final class OwnPortReader implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 2_500;

    private final Socket socket = new Socket();
    private final InputStream in;

    /** @param own where this process listens */
    OwnPortReader(SocketAddress own) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(own, TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    /** The address that its requests come from. */
    String address() {
        return socket.getLocalAddress().getHostAddress();
    }

    /** Reads the answer away and returns its entity tag, empty where it has none. */
    String get(String path, String headers) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        String etag = "";
        long length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("etag:")) {
                etag = line.substring("etag:".length()).strip();
            } else if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            }
        }
        in.skipNBytes(length);
        return etag;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
