package news.platform.gateway.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A client that sends the beginning of a request at once and the rest byte by byte, for ever. */
final class SlowConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int PAUSE_MILLIS = 40;

    private final Socket socket;

    SlowConnection(int port, String beginning) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SlowConnection drip(ScheduledExecutorService clock) {
        clock.scheduleAtFixedRate(this::drop, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private void drop() {
        try {
            socket.getOutputStream().write('1');
        } catch (IOException e) {
            // an exception ends the schedule
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that comes until the server closes; fails when it does not. */
    String untilClosed() {
        var text = new StringBuilder();
        try {
            for (int c = socket.getInputStream().read();
                    c >= 0;
                    c = socket.getInputStream().read()) {
                text.append((char) c);
            }
        } catch (SocketException reset) {
            // closed, with a byte of ours on its way
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
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
