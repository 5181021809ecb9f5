package news.platform.gateway.stream.latest;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import news.platform.edge.v1.StreamPolicy;
import news.platform.gateway.contract.Method;
import news.platform.gateway.stream.source.KeptCall;
import news.platform.gateway.stream.source.MethodStream;
import news.platform.gateway.stream.source.StreamContext;
import news.platform.gateway.stream.source.StreamMetrics;
import news.platform.gateway.stream.wire.Sse;
import news.platform.gateway.stream.wire.Telling;
import org.jspecify.annotations.Nullable;

/**
 * One method in mode latest: a single call keeps the last value of each key. Changes are numbered; a client remembers the last
 * one that it was told of, which is all that there is to a client. Clients are written to at most once a flush, with all that
 * has changed for them.
 */
public final class LatestStream implements MethodStream {

    private final StreamContext context;
    private final Duration flush;
    private final KeptCall call;
    private final StreamMetrics metrics;
    private final FieldDescriptor items;
    private final FieldDescriptor key;
    private final @Nullable FieldDescriptor keys;
    private final @Nullable FieldDescriptor outdated;
    private final @Nullable FieldDescriptor missing;
    private final Map<String, Value> values = new ConcurrentHashMap<>();
    private final AtomicBoolean flushing = new AtomicBoolean();
    private volatile boolean complete;
    private volatile long change;

    /** {@code flush}: how long changes are gathered. */
    public LatestStream(Method method, StreamContext context, Duration flush) {
        StreamPolicy stream = method.policy().stream().orElseThrow();
        this.context = context;
        this.flush = flush;
        this.items = Objects.requireNonNull(
                method.response().getDescriptorForType().findFieldByName(stream.getItemsField()));
        this.key = Objects.requireNonNull(items.getMessageType().findFieldByName(stream.getKeyField()));
        this.keys = method.request().getDescriptorForType().findFieldByName(stream.getKeysField());
        this.outdated = items.getMessageType().findFieldByName(stream.getOutdatedField());
        this.missing = method.response().getDescriptorForType().findFieldByName(stream.getMissingField());
        this.call = new KeptCall(method, context.callees().apply(method), method::request, this::took, this::outdate);
        this.metrics = new StreamMetrics(context.meters(), method.name(), call);
    }

    @Override
    public Telling join(Client client) {
        Collection<?> wanted =
                keys == null ? List.of() : (List<?>) client.request().getField(keys);
        metrics.came();
        call.open();
        return new LatestReader(
                this, wanted.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet()), client.onClose());
    }

    @Override
    public void stop() {
        call.stop();
    }

    /** The first message of a call has all there are: what it has not is gone. */
    private synchronized void took(Message message, boolean first) {
        long next = change + 1;
        Set<String> there = new HashSet<>();
        for (Object item : (List<?>) message.getField(items)) {
            var value = (Message) item;
            var name = (String) value.getField(key);
            there.add(name);
            values.put(name, new Value(next, value));
        }
        if (first) {
            values.keySet().retainAll(there);
            complete = true;
        }
        tell(next);
    }

    /** Whoever has values hears of them once more, marked as those are that one gets who comes now. */
    private synchronized void outdate() {
        if (outdated == null) {
            return;
        }
        long next = change + 1;
        values.replaceAll((_, value) -> value.at(next));
        tell(next);
    }

    private void tell(long next) {
        change = next;
        if (flushing.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(flush.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(this::flush);
        }
    }

    private void flush() {
        flushing.set(false);
        context.news().run();
    }

    /** The number of the last change. */
    long change() {
        return change;
    }

    /** Whether all that there is has been told. */
    boolean isComplete() {
        return complete;
    }

    /** Which of these there are not; none before all is known, or where nobody is told. */
    List<String> missing(Set<String> wanted) {
        return missing == null || !complete
                ? List.of()
                : wanted.stream()
                        .filter(name -> !values.containsKey(name))
                        .sorted()
                        .toList();
    }

    /**
     * One event with what has changed since, and what there is not; null for nothing. What changes meanwhile may be in it, and comes
     * again then.
     */
    byte @Nullable [] event(Set<String> wanted, long since, List<String> absent) {
        var data = new ByteArrayOutputStream();
        data.writeBytes(bytes("{\"" + items.getJsonName() + "\":["));
        int told = 0;
        for (String name : wanted.isEmpty() ? values.keySet() : wanted) {
            Value value = values.get(name);
            if (value != null && value.change() > since) {
                data.writeBytes(bytes(told == 0 ? "" : ","));
                data.writeBytes(json(value));
                told++;
            }
        }
        if (told == 0 && absent.isEmpty()) {
            return null;
        }
        data.writeBytes(bytes("]" + absent(absent) + "}"));
        metrics.told(1);
        return Sse.event("", items.getJsonName(), data.toByteArray());
    }

    private String absent(List<String> names) {
        return missing == null || names.isEmpty()
                ? ""
                : names.stream()
                        .map(name -> "\""
                                + new String(JsonStringEncoder.getInstance().quoteAsString(name)) + "\"")
                        .collect(Collectors.joining(",", ",\"" + missing.getJsonName() + "\":[", "]"));
    }

    private byte[] json(Value value) {
        return outdated == null || call.isAnswering()
                ? value.json(context.json())
                : value.outdated(outdated, context.json());
    }

    void left(String reason) {
        metrics.left(reason);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
