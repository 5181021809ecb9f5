package news.platform.gateway.stream.mine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import news.platform.gateway.stream.wire.Sse;
import news.platform.gateway.stream.wire.Telling;
import news.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * One client and what waits for it: little, since whoever does not take it is told to list again. It ends with its token or
 * session, at the next look that its writer takes, within a second.
 */
final class MineReader implements Telling {

    private static final int MOST_WAITING = 64;
    private static final byte[] COMMENT = Sse.COMMENT.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RESET = Sse.event("", "reset", "{}".getBytes(StandardCharsets.US_ASCII));

    private final MineStream stream;
    private final Caller caller;
    private final Runnable onClose;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean ended;
    private int greetedIn;
    private volatile boolean closed;

    MineReader(MineStream stream, Caller caller, Runnable onClose) {
        this.stream = stream;
        this.caller = caller;
        this.onClose = onClose;
    }

    Caller caller() {
        return caller;
    }

    boolean isClosed() {
        return closed;
    }

    /** False where it is greeted in this call already: it may join while the call begins to answer. */
    synchronized boolean greetIn(int call) {
        boolean fresh = greetedIn != call;
        greetedIn = call;
        return fresh;
    }

    synchronized void tell(byte[] event) {
        if (waiting.size() == MOST_WAITING) {
            waiting.clear();
            waiting.add(RESET);
            ended = true;
        }
        if (!ended) {
            waiting.add(event);
        }
    }

    @Override
    public synchronized @Nullable ByteBuffer next() {
        if (!stream.isValid(caller)) {
            ended = true;
            waiting.clear();
        }
        byte[] next = waiting.poll();
        if (next == null) {
            return null;
        }
        stream.told();
        return ByteBuffer.wrap(next);
    }

    @Override
    public synchronized boolean ended() {
        return ended && waiting.isEmpty();
    }

    @Override
    public ByteBuffer heartbeat() {
        return ByteBuffer.wrap(COMMENT);
    }

    @Override
    public void closed(String reason) {
        closed = true;
        stream.left(this, reason);
        onClose.run();
    }
}
