package news.platform.gateway.stream.mine;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import news.platform.edge.v1.StreamPolicy;
import news.platform.gateway.contract.Method;
import news.platform.gateway.stream.source.KeptCall;
import news.platform.gateway.stream.source.MethodStream;
import news.platform.gateway.stream.source.StreamContext;
import news.platform.gateway.stream.source.StreamMetrics;
import news.platform.gateway.stream.wire.Sse;
import news.platform.gateway.stream.wire.Telling;
import news.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One method in mode mine: a single call brings what is for anybody, an index by user finds whose streams that are. A client is
 * first told how things stand, by a call of its own; after each break of the call everybody is told so again, because
 * something may have been missed.
 */
public final class MineStream implements MethodStream {

    private static final Logger log = LoggerFactory.getLogger(MineStream.class);
    private static final int OPENINGS_AT_ONCE = 16;
    private static final int RETRY_SECONDS = 1;

    /**
     * What only streams of this mode need.
     *
     * @param opening how things stand for a caller, asked of the service; throws what the call throws
     * @param valid whether a caller's token and session are
     */
    public record Callers(Function<Caller, Message> opening, Predicate<Caller> valid) {}

    private final StreamContext context;
    private final Callers callers;
    private final KeptCall call;
    private final StreamMetrics metrics;
    private final FieldDescriptor caller;
    private final @Nullable FieldDescriptor event;
    private final @Nullable FieldDescriptor data;
    private final Map<String, Set<MineReader>> readers = new ConcurrentHashMap<>();
    private final Semaphore openings = new Semaphore(OPENINGS_AT_ONCE);

    public MineStream(Method method, StreamContext context, Callers callers) {
        StreamPolicy stream = method.policy().stream().orElseThrow();
        var response = method.response().getDescriptorForType();
        this.context = context;
        this.callers = callers;
        this.caller = Objects.requireNonNull(response.findFieldByName(stream.getCallerField()));
        this.event = response.findFieldByName(stream.getEventField());
        this.data = response.findFieldByName(stream.getDataField());
        this.call = new KeptCall(method, context.callees().apply(method), method::request, this::took);
        this.metrics = new StreamMetrics(context.meters(), method.name(), call);
    }

    @Override
    public Telling join(Client client) {
        var reader = new MineReader(this, client.caller().orElseThrow(), client.onClose());
        readers.compute(reader.caller().userId(), (_, others) -> {
            Set<MineReader> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(reader);
            return all;
        });
        metrics.came();
        call.open();
        if (call.isAnswering()) {
            greetOnce(reader);
        }
        return reader;
    }

    @Override
    public void stop() {
        call.stop();
    }

    /** The first message of a call says only that it stands. */
    private void took(Message message, boolean first) {
        if (first) {
            readers.values().stream().flatMap(Collection::stream).forEach(this::greetOnce);
        } else {
            var mine = readers.get((String) message.getField(caller));
            if (mine != null) {
                byte[] bytes = bytes(message);
                mine.forEach(reader -> reader.tell(bytes));
                context.news().run();
            }
        }
    }

    private byte[] bytes(Message message) {
        var shown = data == null ? message : (Message) message.getField(data);
        return Sse.event(
                "",
                event == null ? "" : (String) message.getField(event),
                context.json().apply(shown));
    }

    private void greetOnce(MineReader reader) {
        if (reader.greetIn(call.answered())) {
            greet(reader);
        }
    }

    private void greet(MineReader reader) {
        Thread.ofVirtual().name("stream-opening").start(() -> {
            openings.acquireUninterruptibly();
            try {
                if (!reader.isClosed()) {
                    var answer = callers.opening().apply(reader.caller());
                    reader.tell(Sse.event("", "opened", context.json().apply(answer)));
                    context.news().run();
                }
            } catch (RuntimeException e) {
                log.debug("a client of a stream could not be told how things stand", e);
                if (!call.isAnswering()) {
                    // everybody is told when it is
                    return;
                }
                CompletableFuture.delayedExecutor(RETRY_SECONDS, TimeUnit.SECONDS)
                        .execute(() -> greet(reader));
            } finally {
                openings.release();
            }
        });
    }

    boolean isValid(Caller who) {
        return callers.valid().test(who);
    }

    void told() {
        metrics.told(1);
    }

    void left(MineReader reader, String reason) {
        metrics.left(reason);
        readers.computeIfPresent(reader.caller().userId(), (_, all) -> {
            all.remove(reader);
            return all.isEmpty() ? null : all;
        });
    }
}
