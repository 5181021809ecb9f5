package news.platform.gateway.stream.log;

import com.google.protobuf.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.platform.gateway.stream.source.Upstream;
import org.jspecify.annotations.Nullable;

/**
 * A call from a position that the stream's ring does not reach back to, for all clients that have it: they read from a ring of
 * its own until they are where the stream's ring begins. Paced by the first of its clients; when none of them takes what has
 * come in its turn, they are reset, for others wait for the call; when nothing comes, it is broken. Guarded by its stream.
 */
final class CatchUp {

    private final LogStream stream;
    private final CatchUps all;
    private final long after;
    private final Ring ring;
    private final Set<Reader> readers = new LinkedHashSet<>();
    private @Nullable Upstream upstream;
    private boolean opened;
    private int awaited;
    private int pages;

    CatchUp(LogStream stream, CatchUps all, long after, Ring ring) {
        this.stream = stream;
        this.all = all;
        this.after = after;
        this.ring = ring;
    }

    Set<Reader> readers() {
        return readers;
    }

    Ring ring() {
        return ring;
    }

    /** Whether a client with this position can still be led from there. */
    boolean isJoinable(long position) {
        return position == after && !opened;
    }

    void open() {
        var call = stream.call(this::took, _ -> broken());
        upstream = call;
        awaited = 1;
        call.open(stream.fields().request(after));
        watch(pages);
    }

    private void watch(int seen) {
        all.afterTurn(() -> {
            synchronized (stream) {
                if (pages != seen) {
                    watch(pages);
                } else if (awaited > 0) {
                    broken();
                } else if (all.finish(this)) {
                    readers.forEach(Reader::suspend);
                    stream.placeAnewLater(List.copyOf(readers));
                }
            }
        });
    }

    void cancel() {
        if (upstream != null) {
            upstream.cancel();
        }
    }

    /** A client has read all there is. */
    void more() {
        if (awaited == 0 && upstream != null) {
            pages++;
            awaited = ring.page();
            upstream.more(awaited);
        }
    }

    private void took(Message message) {
        synchronized (stream) {
            awaited--;
            if (!opened) {
                opened = true;
                begin(stream.fields().covers(message), stream.fields().position(message));
            } else if (stream.fields().tells(message)) {
                stream.add(message, ring);
            }
        }
        stream.news();
    }

    private void begin(long covers, long end) {
        if (covers > after || end < after) {
            readers.forEach(stream::placeAnew);
            all.finish(this);
        } else if (stream.isBehind(after)) {
            readers.forEach(stream::await);
            all.finish(this);
        } else {
            ring.restart(after);
            readers.forEach(reader -> reader.goOn(ring, ring.end()));
        }
    }

    /** Its clients try again from where they are. */
    private void broken() {
        synchronized (stream) {
            if (all.finish(this)) {
                readers.forEach(Reader::suspend);
                stream.placeLater(List.copyOf(readers));
            }
        }
    }
}
