package news.platform.gateway.stream.latest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import news.platform.gateway.stream.wire.Sse;
import news.platform.gateway.stream.wire.Telling;
import org.jspecify.annotations.Nullable;

/** One client: the keys that it wants, and up to which change it has them. */
final class LatestReader implements Telling {

    private static final byte[] COMMENT = Sse.COMMENT.getBytes(StandardCharsets.US_ASCII);

    private final LatestStream stream;
    private final Set<String> keys;
    private final Runnable onClose;
    private long change;
    private boolean toldMissing;

    /** {@code keys}: empty for all. */
    LatestReader(LatestStream stream, Set<String> keys, Runnable onClose) {
        this.stream = stream;
        this.keys = keys;
        this.onClose = onClose;
    }

    /** Only asked for when what was given before is written: whoever is slow skips what was in between. */
    @Override
    public @Nullable ByteBuffer next() {
        long now = stream.change();
        if (now == change) {
            return null;
        }
        long since = change;
        change = now;
        // who wants all misses none; what others miss can be said once all there is has been told
        boolean complete = stream.isComplete();
        var missing = toldMissing || keys.isEmpty() ? List.<String>of() : stream.missing(keys);
        toldMissing = toldMissing || complete;
        byte[] event = stream.event(keys, since, missing);
        return event == null ? null : ByteBuffer.wrap(event);
    }

    @Override
    public ByteBuffer heartbeat() {
        return ByteBuffer.wrap(COMMENT);
    }

    @Override
    public boolean ended() {
        return false;
    }

    @Override
    public void closed(String reason) {
        stream.left(reason);
        onClose.run();
    }
}
