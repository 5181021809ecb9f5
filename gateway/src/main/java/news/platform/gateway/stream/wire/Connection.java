package news.platform.gateway.stream.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one client. Written by its writer alone, without waiting: what the socket does not take waits here until
 * the server's poller says that it takes more. The channel is written itself: the server's own wrapper of it goes to another
 * connection once this one is closed.
 */
final class Connection {

    /** Why a connection is closed, as metrics have it. */
    static final String LEFT = "left";

    static final String SLOW = "slow";
    static final String ENDED = "ended";
    static final String OLD = "old";
    static final String STOPPED = "stopped";

    private final SocketWrapperBase<?> socket;
    private final SocketChannel channel;
    private final Telling telling;
    private final WriterProperties properties;
    private final long oldAt;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean queued = new AtomicBoolean();

    private @Nullable ByteBuffer pending;
    private @Nullable String last;
    private long writtenAt;
    private boolean stalled;

    Connection(
            SocketWrapperBase<?> socket,
            SocketChannel channel,
            Telling telling,
            WriterProperties properties,
            long now) {
        this.socket = socket;
        this.channel = channel;
        this.telling = telling;
        this.properties = properties;
        this.writtenAt = now;
        this.oldAt = now + properties.someAgeNanos();
    }

    /** False where it waits for its writer already. */
    boolean queue() {
        return queued.compareAndSet(false, true);
    }

    void unqueue() {
        queued.set(false);
    }

    boolean isClosed() {
        return closed.get();
    }

    /** Writes what there is and the socket takes. */
    void turn(long now, boolean stopping) {
        try {
            boolean more = !closed.get();
            while (more) {
                var bytes = bytes(now, stopping);
                more = bytes != null && write(bytes, now);
            }
        } catch (IOException e) {
            close(LEFT);
        }
    }

    private @Nullable ByteBuffer bytes(long now, boolean stopping) {
        if (pending != null) {
            return pending;
        }
        if (last != null) {
            close(last);
            return null;
        }
        if (stopping || now - oldAt >= 0) {
            last = stopping ? STOPPED : OLD;
            return properties.comeBack();
        }
        var next = telling.next();
        if (telling.ended()) {
            last = ENDED;
            if (next == null) {
                close(ENDED);
                return null;
            }
        }
        return next == null && now - writtenAt >= properties.heartbeat().toNanos() ? telling.heartbeat() : next;
    }

    /** False when the socket takes no more for now. */
    private boolean write(ByteBuffer bytes, long now) throws IOException {
        int written = channel.write(bytes);
        if (written > 0 || !stalled) {
            writtenAt = now;
        }
        stalled = bytes.hasRemaining();
        pending = stalled ? bytes : null;
        if (!stalled) {
            return true;
        }
        if (now - writtenAt >= properties.patience().toNanos()) {
            close(SLOW);
        } else if (written > 0 || writtenAt == now) {
            socket.registerWriteInterest();
        }
        return false;
    }

    /** By any thread; the first reason counts. */
    void close(String reason) {
        if (closed.compareAndSet(false, true)) {
            telling.closed(reason);
            socket.close();
        }
    }
}
