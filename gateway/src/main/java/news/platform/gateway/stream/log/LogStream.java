package news.platform.gateway.stream.log;

import com.google.protobuf.Message;
import io.grpc.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import news.platform.gateway.contract.Method;
import news.platform.gateway.stream.source.KeptCall;
import news.platform.gateway.stream.source.MethodStream;
import news.platform.gateway.stream.source.StreamContext;
import news.platform.gateway.stream.source.StreamMetrics;
import news.platform.gateway.stream.source.Upstream;
import news.platform.gateway.stream.wire.Telling;

/**
 * One method in mode log: a single call fills the ring that all clients read. The call is opened for the first client, with a
 * look-back; until the ring is filled clients wait. When it breaks it is opened again from the last position, and clients
 * notice nothing but silence. Thread-safe; the monitor guards who waits and who catches up.
 */
public final class LogStream implements MethodStream {

    private static final int RETRY_SECONDS = 1;

    private final Method method;
    private final LogFields fields;
    private final StreamContext context;
    private final LogLimits limits;
    private final Clock clock;
    private final StreamMetrics metrics;
    private final Ring ring;
    private final KeptCall call;
    private final CatchUps catchUps;
    private final Set<Reader> waiting = new HashSet<>();
    private volatile boolean known;
    private boolean ready;
    private volatile long asked;
    private long target;

    public LogStream(Method method, StreamContext context, LogLimits limits, Clock clock) {
        this.method = method;
        this.fields = LogFields.of(method);
        this.context = context;
        this.limits = limits;
        this.clock = clock;
        this.ring = limits.ring();
        this.call = new KeptCall(method, context.callees().apply(method), this::request, this::took);
        this.catchUps = new CatchUps(this, limits);
        this.metrics = new StreamMetrics(context.meters(), method.name(), call);
        metrics.gauge("news.gateway.stream.ring", "What the messages of the ring weigh, in bytes", ring, Ring::bytes);
        metrics.gauge(
                "news.gateway.stream.catchups", "Calls that lead clients into the ring", this, LogStream::catchingUp);
    }

    @Override
    public Telling join(Client client) {
        var after = client.resumes() ? OptionalLong.of(fields.resume(client.request())) : OptionalLong.empty();
        var reader = new Reader(this, fields.wanted(client.request()), after, client.onClose());
        metrics.came();
        synchronized (this) {
            call.open();
            place(reader);
        }
        return reader;
    }

    @Override
    public synchronized void stop() {
        known = false;
        ready = false;
        waiting.clear();
        catchUps.stop();
        call.stop();
    }

    /** In the ring, else towards it, else it waits. */
    private void place(Reader reader) {
        if (!ready) {
            waiting.add(reader);
        } else if (!reader.resumes()) {
            reader.begin(ring);
        } else if (!enter(reader)) {
            catchUps.join(reader);
        }
    }

    private boolean enter(Reader reader) {
        long place = ring.placeBehind(reader.position());
        if (place >= 0) {
            reader.goOn(ring, place);
        }
        return place >= 0;
    }

    /** On whatever thread opens the call, which may hold the call's monitor: so not under this one. */
    private Message request() {
        asked = known ? ring.last() : limits.lookBackFrom(clock.millis());
        return fields.request(asked);
    }

    private void took(Message message, boolean first) {
        synchronized (this) {
            if (first) {
                begin(fields.covers(message), fields.position(message));
            } else if (fields.tells(message)) {
                add(message, ring);
            }
            ready = ready || ring.last() >= target;
            admit();
        }
        news();
    }

    /** A log that keeps less than was asked for, or ends before it, is another one: whoever is in the ring has lost its place. */
    private void begin(long covers, long end) {
        target = end;
        if (!known || covers > asked || end < asked) {
            known = true;
            ring.restart(Math.min(covers, end));
        }
    }

    private void admit() {
        if (!ready || waiting.isEmpty()) {
            return;
        }
        var all = new ArrayList<>(waiting);
        waiting.clear();
        for (var reader : all) {
            if (reader.resumes() && isBehind(reader.position()) && reader.position() <= target) {
                waiting.add(reader);
            } else {
                place(reader);
            }
        }
    }

    // what catch-ups ask for

    Upstream call(Consumer<Message> taker, Consumer<Status> ender) {
        return new Upstream(context.callees().apply(method), method, taker, ender);
    }

    LogFields fields() {
        return fields;
    }

    /** With what it takes back. */
    void add(Message message, Ring where) {
        fields.takesBack(message).forEach(where::takeBack);
        where.add(fields.entry(message, context.json()));
    }

    void news() {
        context.news().run();
    }

    /** Whether the log is farther than its ring: a client of another gateway may be. */
    boolean isBehind(long position) {
        return position > ring.last();
    }

    /** The log is as far as it is: the ring will be, too. */
    void await(Reader reader) {
        target = Math.max(target, reader.position());
        waiting.add(reader);
    }

    void placeAnew(Reader reader) {
        reader.beginAnew(ring);
    }

    void placeLater(List<Reader> readers) {
        later(readers, this::place);
    }

    void placeAnewLater(List<Reader> readers) {
        later(readers, this::placeAnew);
    }

    private void later(List<Reader> readers, Consumer<Reader> placing) {
        CompletableFuture.delayedExecutor(RETRY_SECONDS, TimeUnit.SECONDS, Thread::startVirtualThread)
                .execute(() -> {
                    synchronized (this) {
                        readers.stream().filter(reader -> !reader.isClosed()).forEach(placing);
                    }
                    news();
                });
    }

    // what readers say, on their writers' threads

    /** It has read all that there is where it reads. */
    void atEnd(Reader reader, Ring where) {
        if (where == ring) {
            return;
        }
        boolean there;
        synchronized (this) {
            there = enter(reader);
            catchUps.atEnd(reader, where, there);
        }
        if (there) {
            news();
        }
    }

    /** It was overtaken there. False in the stream's own ring: it is too slow. */
    boolean rejoin(Reader reader, Ring where) {
        if (where == ring) {
            return false;
        }
        synchronized (this) {
            catchUps.leave(reader);
            reader.suspend();
            place(reader);
        }
        return true;
    }

    void told(int events) {
        metrics.told(events);
    }

    void leave(Reader reader, String reason) {
        metrics.left(reason);
        synchronized (this) {
            waiting.remove(reader);
            catchUps.leave(reader);
        }
    }

    private synchronized int catchingUp() {
        return catchUps.running();
    }
}
