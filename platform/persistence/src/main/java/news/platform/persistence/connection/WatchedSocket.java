package news.platform.persistence.connection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A socket that closes itself when a read has waited for too long, which then fails as on any closed socket. */
final class WatchedSocket extends Socket {
    private static final long NOBODY_READS = 0;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Duration limit;
    private volatile long readingSince = NOBODY_READS;

    WatchedSocket(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void connect(SocketAddress address, int timeoutMillis) throws IOException {
        super.connect(address, timeoutMillis);
        Thread.ofVirtual().name("database-watch").start(this::watch);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                begin();
                try {
                    return in.read();
                } finally {
                    readingSince = NOBODY_READS;
                }
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                begin();
                try {
                    return in.read(bytes, offset, length);
                } finally {
                    readingSince = NOBODY_READS;
                }
            }
        };
    }

    boolean isBeingRead() {
        return readingSince != NOBODY_READS;
    }

    /** Closes it when a read has waited for longer than the limit at that {@link System#nanoTime()}. */
    void check(long now) {
        long since = readingSince;
        if (since != NOBODY_READS && now - since > limit.toNanos()) {
            try {
                close();
            } catch (IOException e) {
                // closed is closed
            }
        }
    }

    private void watch() {
        while (!isClosed()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            check(System.nanoTime());
        }
    }

    private void begin() {
        // never the value that means nobody
        readingSince = System.nanoTime() | 1;
    }
}
