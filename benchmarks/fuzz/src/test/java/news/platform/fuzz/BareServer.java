package news.platform.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Takes whatever comes until a blank line and answers what it is told; one request a connection. */
final class BareServer implements AutoCloseable {
    private final ServerSocket socket;
    private final UnaryOperator<String> answer;

    /** @param answer from the head of the request to the whole answer, one byte a character; HEAD gets it without body */
    BareServer(UnaryOperator<String> answer) {
        try {
            this.answer = answer;
            this.socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::accept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var out = client.getOutputStream();
            var head = head(client);
            var whole = answer.apply(head);
            var sent = head.startsWith("HEAD ") ? whole.substring(0, whole.indexOf("\r\n\r\n") + 4) : whole;
            out.write(sent.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            client.shutdownOutput();
            // swallowed, so that the answer is not lost by a reset
            client.getInputStream().skipNBytes(Long.MAX_VALUE);
        } catch (IOException _) {
            // the client has what it wanted
        }
    }

    private static String head(Socket client) throws IOException {
        var heard = new ByteArrayOutputStream();
        var in = client.getInputStream();
        boolean emptyLine = false;
        for (int next = in.read(); next >= 0; next = in.read()) {
            heard.write(next);
            if (next == '\n' && emptyLine) {
                break;
            }
            emptyLine = next == '\n' || next == '\r' && emptyLine;
        }
        return heard.toString(StandardCharsets.ISO_8859_1);
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
