package news.platform.gateway.connection;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import news.platform.error.v1.PlatformReason;
import news.platform.gateway.problem.Problem;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request after the other, as the server hands it out piece by piece. The server's own time-out is one for
 * each read, which a client that sends a byte now and then never meets; here each read gets what is left of the whole
 * body's time, and each piece is paid from the budget before it is handed out. Belongs to one processor; not thread-safe.
 */
final class BoundedBody implements InputBuffer {

    /** A body being read costs a virtual thread and the server's buffers, however little of it has come. */
    private static final long BASE = 32 * 1024;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final InputBuffer inner;
    private final ConnectionLimits limits;
    private @Nullable SocketWrapperBase<?> socket;
    private boolean begun;
    private long grace;
    private boolean discarding;
    private boolean broken;
    private long start;
    private long bytes;
    private long paid;

    BoundedBody(InputBuffer inner, ConnectionLimits limits) {
        this.inner = inner;
        this.limits = limits;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (!begun) {
            begun = true;
            grace = limits.properties().someGraceNanos();
            start = System.nanoTime();
            pay(BASE);
        }
        int read = readInTime(handler);
        if (read > 0) {
            bytes += read;
            if (!discarding) {
                pay(read);
            }
        }
        return read;
    }

    @Override
    public int available() {
        return inner.available();
    }

    /** Whose bodies they are from now on. */
    void of(SocketWrapperBase<?> socket) {
        this.socket = socket;
    }

    /** What comes from now on is thrown away, so it weighs nothing. */
    void discard() {
        discarding = true;
    }

    /** Whether it came too slowly or found no room: the connection is of no more use. */
    boolean broken() {
        return broken;
    }

    /** The request has ended, and what was read of its body is garbage. */
    void end() {
        if (begun) {
            limits.budget().giveBack(paid);
            begun = false;
            discarding = false;
            broken = false;
            bytes = 0;
            paid = 0;
        }
    }

    private int readInTime(ApplicationBufferHandler handler) throws IOException {
        long left = start + grace + limits.properties().nanosFor(bytes) - System.nanoTime();
        if (left <= 0) {
            throw tooSlow();
        }
        if (socket != null) {
            socket.setReadTimeout(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
        }
        try {
            return inner.doRead(handler);
        } catch (SocketTimeoutException e) {
            throw tooSlow();
        }
    }

    private void pay(long weight) {
        if (!limits.budget().take(weight)) {
            broken = true;
            limits.refusedBodies().increment();
            throw Problem.of(PlatformReason.OVERLOADED, "Too many bodies at once for now.")
                    .retryAfter(SOON)
                    .asException();
        }
        paid += weight;
    }

    private RuntimeException tooSlow() {
        broken = true;
        limits.slowBodies().increment();
        return Problem.of(408, "REQUEST_TIMEOUT", "The body came too slowly.").asException();
    }
}
