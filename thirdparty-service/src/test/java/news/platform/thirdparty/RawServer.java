package news.platform.thirdparty;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/** A server below HTTP: writes what a test writes, for as long as the client listens. */
public final class RawServer implements AutoCloseable {
    /** Writes an answer; ends by an IOException when the client hangs up. */
    @FunctionalInterface
    public interface Script {
        void play(OutputStream out) throws IOException;
    }

    private final ServerSocket socket;
    private final CountDownLatch clientLeft = new CountDownLatch(1);

    public RawServer(Script script) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> serve(script));
    }

    public int port() {
        return socket.getLocalPort();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Reached zero once a client hung up in the middle of an answer. */
    public CountDownLatch clientLeft() {
        return clientLeft;
    }

    private void serve(Script script) {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                play(script, client);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void play(Script script, Socket client) {
        try {
            byte[] request = new byte[4096];
            if (client.getInputStream().read(request) > 0) {
                script.play(client.getOutputStream());
            }
        } catch (IOException left) {
            clientLeft.countDown();
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
