package news.platform.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Sends any bytes as a request, each character one byte, and shows the answer as it came. */
public final class RawClient {

    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;

    public RawClient(int port) {
        this.port = port;
    }

    /** An answer, head and body. */
    public record Raw(String text) {

        public int status() {
            return text.length() < 12 ? 0 : Integer.parseInt(text.substring(9, 12));
        }

        /** Empty where there is none. */
        public String header(String name) {
            return text.substring(0, Math.max(0, text.indexOf("\r\n\r\n")))
                    .lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /** @param head request line and headers without Host and Connection, lines ended by CR LF */
    public Raw ask(String head, String body) {
        return send(head + "Host: a\r\nConnection: close\r\n\r\n" + body);
    }

    /** All of it as it is; what the server does not want to read to its end is no failure. */
    public Raw send(String request) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
            } catch (SocketException e) {
                // the server has answered and closed already
            }
            return new Raw(new String(read(socket), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Socket socket) throws IOException {
        var answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException e) {
            // the same: what has come has come
        }
        return answer.toByteArray();
    }
}
