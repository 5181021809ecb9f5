package news.platform.gateway.connection;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The server's processor of one connection, which gives up on a request that takes too long to arrive. While headers are
 * incomplete the connection waits with the poller, without a thread; each byte that comes is an event, and the poller
 * itself ends the wait when the time is up.
 */
final class BoundedProcessor extends Http11Processor {

    /** Not public, and not reset when a processor goes back to the pool (11.0.27). */
    private static final VarHandle ANSWERS_WITHOUT_HEAD = fieldOfTheServer("http09");

    private static final int VERSION_NOT_SUPPORTED = 505;

    private final ConnectionLimits limits;
    private final BoundedBody body;
    private final Adapter bounded;
    private final int maxDiscarded;

    BoundedProcessor(BoundedProtocol protocol, ConnectionLimits limits) {
        super(protocol, protocol.getAdapter());
        this.limits = limits;
        this.body = new BoundedBody(request.getInputBuffer(), limits);
        this.bounded = new BoundedAdapter(protocol.getAdapter(), this::refuseWithoutVersion, this::endBody);
        this.maxDiscarded = protocol.getMaxSwallowSize();
        request.setInputBuffer(body);
    }

    @Override
    public Adapter getAdapter() {
        return bounded;
    }

    @Override
    public SocketState process(SocketWrapperBase<?> socket, SocketEvent event) throws IOException {
        if (!isAsync() && leftForHeaders() <= 0) {
            limits.slowHeaders().increment();
            return SocketState.CLOSED;
        }
        return super.process(socket, event);
    }

    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        body.of(socket);
        var state = super.service(socket);
        if (state == SocketState.LONG && !isAsync()) {
            socket.setReadTimeout(1 + Math.max(0, TimeUnit.NANOSECONDS.toMillis(leftForHeaders())));
        }
        return state;
    }

    /** Of a request whose headers have begun, but not ended: no other comes here twice. */
    private long leftForHeaders() {
        long begun = request.getStartTimeNanos();
        long within = limits.properties().headersWithin().toNanos();
        return begun < 0 ? within : begun + within - System.nanoTime();
    }

    /**
     * A request line without a version is HTTP/0.9, whose answers have no status line. Nobody asks so any more, and the next
     * malformed request that meets this processor, whoever sent it, would be answered in the same way.
     */
    private void refuseWithoutVersion() {
        if ((boolean) ANSWERS_WITHOUT_HEAD.get(this)) {
            ANSWERS_WITHOUT_HEAD.set(this, false);
            if (!getErrorState().isError()) {
                response.setStatus(VERSION_NOT_SUPPORTED);
                setErrorState(ErrorState.CLOSE_CLEAN, null);
            }
        }
    }

    /** The answer is written. */
    private void endBody() {
        try {
            // what was not asked for by a 100 need not come, or may come when the client likes
            if (body.broken() || !isRequestBodyFullyRead() && (request.hasExpectation() || !discardBody())) {
                // the server would read on, without an end to it
                setErrorState(ErrorState.CLOSE_CLEAN, null);
            }
        } finally {
            body.end();
        }
    }

    /**
     * Reads away what nobody wanted, so that the client finds its answer instead of a reset connection. False where that
     * takes too long, is too much or fails.
     */
    private boolean discardBody() {
        if (getErrorState().isError()) {
            return true;
        }
        body.discard();
        try {
            var piece = new Piece();
            int read = 0;
            for (long discarded = 0; read >= 0 && discarded <= maxDiscarded; discarded += read) {
                read = request.doRead(piece);
            }
            return read < 0;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static VarHandle fieldOfTheServer(String name) {
        try {
            return MethodHandles.privateLookupIn(Http11Processor.class, MethodHandles.lookup())
                    .findVarHandle(Http11Processor.class, name, boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Where the server puts what is thrown away. */
    private static final class Piece implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // it is the server's own buffer
        }
    }
}
