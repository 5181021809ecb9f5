package news.platform.grpc.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What another service told lately, e.g. the names of users: asked for in one go, shown for a short while without asking
 * again, and for longer while the service does not answer. Each replica remembers for itself. Thread-safe.
 *
 * @param <K> what is asked for
 * @param <V> what was told of it
 */
public final class Remembered<K, V> {
    private static final Logger log = LoggerFactory.getLogger(Remembered.class);

    private final Cache<K, Told<V>> told;
    private final long freshNanos;
    private final LongSupplier nanos;

    /** Remembers for these times, by this process's clock. */
    public Remembered(Ages ages) {
        this(ages, System::nanoTime);
    }

    Remembered(Ages ages, LongSupplier nanos) {
        this.freshNanos = ages.freshFor().toNanos();
        this.nanos = nanos;
        this.told = Caffeine.newBuilder()
                .maximumSize(ages.max())
                .expireAfterWrite(ages.keptFor())
                .ticker(nanos::getAsLong)
                .build();
    }

    /**
     * What is known of these: fresh from memory, the others by one question. Where that fails, what was told last stands in.
     *
     * @param question asks the service, within a deadline, for the keys that are not fresh, each once; what it leaves out is
     *     forgotten
     */
    public Found<K, V> find(Collection<K> keys, Function<List<K>, Map<K, V>> question) {
        var values = new HashMap<K, V>();
        var stale = new ArrayList<K>();
        long now = nanos.getAsLong();
        for (var key : Set.copyOf(keys)) {
            var last = told.getIfPresent(key);
            if (last != null) {
                values.put(key, last.value());
            }
            if (last == null || now - last.nanos() >= freshNanos) {
                stale.add(key);
            }
        }
        if (stale.isEmpty()) {
            return new Found<>(values, false);
        }
        try {
            var answer = ask(stale, question);
            values.keySet().removeAll(stale);
            values.putAll(answer);
            return new Found<>(values, false);
        } catch (StatusRuntimeException e) {
            log.debug("not told now: {}", e.getStatus());
            return new Found<>(values, true);
        }
    }

    /**
     * What the service says of these now, whatever is remembered.
     *
     * @throws StatusRuntimeException where it does not answer
     */
    public Map<K, V> ask(List<K> keys, Function<List<K>, Map<K, V>> question) {
        var answer = question.apply(keys);
        told.invalidateAll(keys);
        answer.forEach(this::learn);
        return answer;
    }

    /** Remembers what was told without being asked for, e.g. by an event. */
    public void learn(K key, V value) {
        told.put(key, new Told<>(value, nanos.getAsLong()));
    }

    /** Forgets everything: what was told may no longer be so, and nobody will say. */
    public void forget() {
        told.invalidateAll();
    }

    /**
     * What was found.
     *
     * @param values by key, without those of whom nothing is known; may be changed
     * @param degraded whether the service did not answer, so that values are missing or old
     */
    public record Found<K, V>(Map<K, V> values, boolean degraded) {}

    /**
     * For how long something is remembered; may be a part of a feature's properties.
     *
     * @param freshFor for how long it is shown without asking again, zero for not at all; default 5 s
     * @param keptFor for how long it is shown while the service does not answer, not less; default 1 h
     * @param max how many things are remembered, those used last; default 20,000
     */
    public record Ages(
            @DefaultValue("5s") Duration freshFor,
            @DefaultValue("1h") Duration keptFor,
            @DefaultValue("20000") long max) {
        public Ages {
            if (freshFor.isNegative() || freshFor.compareTo(keptFor) > 0) {
                throw new IllegalArgumentException(
                        "fresh-for: " + freshFor + " (expected: 0 to kept-for, " + keptFor + ")");
            }
            if (max < 1) {
                throw new IllegalArgumentException("max: " + max + " (expected: >= 1)");
            }
        }
    }

    private record Told<V>(V value, long nanos) {}
}
