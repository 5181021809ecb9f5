package news.platform.gateway.stream.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import news.platform.gateway.stream.wire.Sse;
import news.platform.gateway.stream.wire.Telling;
import org.jspecify.annotations.Nullable;

/**
 * One client's place in the log. Until it has one it waits under heartbeats. Whoever gives it a place does so while it has
 * none; from then on only its writer moves it.
 */
final class Reader implements Telling {

    private static final byte[] NO_DATA = "{}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMENT = Sse.COMMENT.getBytes(StandardCharsets.US_ASCII);

    private final LogStream stream;
    private final Wanted wanted;
    private final Runnable onClose;
    private final boolean resumes;
    private volatile long position;
    private long place;
    private volatile @Nullable Ring ring;
    private volatile byte @Nullable [] greeting;
    private boolean ended;
    private volatile boolean closed;

    /** {@code after}: what the client has; empty: it begins with what comes next. */
    Reader(LogStream stream, Wanted wanted, OptionalLong after, Runnable onClose) {
        this.stream = stream;
        this.wanted = wanted;
        this.onClose = onClose;
        this.resumes = after.isPresent();
        this.position = after.orElse(0);
    }

    boolean resumes() {
        return resumes;
    }

    /** What the client has. */
    long position() {
        return position;
    }

    boolean isClosed() {
        return closed;
    }

    /** Goes on from this place, behind the position that it has. */
    void goOn(Ring where, long from) {
        place = from;
        ring = where;
    }

    /** Begins behind the last message. */
    void begin(Ring where) {
        var tail = where.tail();
        position = tail.position();
        greeting = Sse.position(tail.position());
        goOn(where, tail.place());
    }

    /** The log does not go back to what the client has, or never had it: says so and begins behind the last message. */
    void beginAnew(Ring where) {
        var tail = where.tail();
        position = tail.position();
        greeting = reset(tail.position());
        goOn(where, tail.place());
    }

    /** It has no place any more. */
    void suspend() {
        ring = null;
    }

    @Override
    public @Nullable ByteBuffer next() {
        var here = ring;
        if (here == null || ended) {
            return null;
        }
        byte[] first = greeting;
        if (first != null) {
            greeting = null;
            return ByteBuffer.wrap(first);
        }
        if (place == here.end()) {
            stream.atEnd(this, here);
            return null;
        }
        var slice = here.read(place, wanted);
        if (slice == null) {
            return overtaken(here);
        }
        place = slice.next();
        position = slice.position();
        if (slice.events() == 0) {
            stream.atEnd(this, here);
            return null;
        }
        stream.told(slice.events());
        return ByteBuffer.wrap(slice.bytes());
    }

    private @Nullable ByteBuffer overtaken(Ring here) {
        if (stream.rejoin(this, here)) {
            return null;
        }
        ended = true;
        return ByteBuffer.wrap(reset(here.last()));
    }

    private static byte[] reset(long position) {
        return Sse.event(Long.toString(position), "reset", NO_DATA);
    }

    @Override
    public ByteBuffer heartbeat() {
        return ByteBuffer.wrap(resumes || ring != null ? Sse.position(position) : COMMENT);
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public void closed(String reason) {
        closed = true;
        stream.leave(this, reason);
        onClose.run();
    }
}
