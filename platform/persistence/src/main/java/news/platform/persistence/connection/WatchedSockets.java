package news.platform.persistence.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets to the database that close when the server has been silent for too long in the middle of an answer: what the
 * driver's {@code socketTimeout} is for. On a virtual thread that option arms and disarms a timer at each read by waking
 * the timer's thread twice, a quarter of all that the reading of an article cost its service. Here each connection is
 * looked at once a second instead, so it closes up to a second late.
 *
 * <p>Made by the PostgreSQL driver: {@code socketFactory} names this class, {@code socketFactoryArg} the limit as an
 * ISO 8601 duration.
 */
public final class WatchedSockets extends SocketFactory {
    private final Duration limit;

    /** @param limit longer than any statement may take, e.g. {@code PT10S} */
    public WatchedSockets(String limit) {
        this.limit = Duration.parse(limit);
        if (!this.limit.isPositive()) {
            throw new IllegalArgumentException("socketFactoryArg: " + limit + " (expected: more than PT0S)");
        }
    }

    @Override
    public Socket createSocket() {
        return new WatchedSocket(limit);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    private Socket connected(InetSocketAddress address, @Nullable InetSocketAddress local) throws IOException {
        var socket = createSocket();
        try {
            if (local != null) {
                socket.bind(local);
            }
            socket.connect(address);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
