package news.platform.gateway.hot.method;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** What the memory did, by method. Meters are looked up once, not per request. */
public final class HotMetrics {

    /** How an answer from memory came about. */
    public enum Outcome {
        FRESH,
        STALE,
        DEGRADED,
        NEGATIVE,
        NOT_MODIFIED,
        LIMITED,
        REFUSED
    }

    /** How a call for an answer ended. */
    public enum Load {
        STORED,
        NOT_STORED,
        OVERTAKEN,
        FAILED
    }

    private final MeterRegistry registry;
    private final Map<String, Of> methods = new ConcurrentHashMap<>();

    public HotMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    Of of(String method) {
        return methods.computeIfAbsent(method, Of::new);
    }

    /** Drops what the warm-up has counted. */
    void forget() {
        methods.values().forEach(Of::forget);
    }

    /** A purge arrived and took so many answers with it. */
    public void purged(String event, int entries) {
        registry.counter("news.gateway.hot.purges", "event", event).increment();
        registry.counter("news.gateway.hot.purged", "event", event).increment(entries);
    }

    /** The meters of one method. */
    public final class Of {

        private final String method;
        private final AtomicReferenceArray<@Nullable Timer> served =
                new AtomicReferenceArray<>(Outcome.values().length);
        private final AtomicReferenceArray<@Nullable Counter> loads = new AtomicReferenceArray<>(Load.values().length);
        private final Counter coalesced;

        private Of(String method) {
            this.method = method;
            this.coalesced = Counter.builder("news.gateway.hot.coalesced")
                    .description("Requests that waited for somebody else's call")
                    .tag("method", method)
                    .register(registry);
        }

        public void served(Outcome outcome, long nanos) {
            Timer timer = served.get(outcome.ordinal());
            (timer == null ? register(outcome) : timer).record(nanos, TimeUnit.NANOSECONDS);
        }

        public void loaded(Load load) {
            Counter counter = loads.get(load.ordinal());
            (counter == null ? register(load) : counter).increment();
        }

        public void coalesced() {
            coalesced.increment();
        }

        private void forget() {
            for (int i = 0; i < served.length(); i++) {
                Timer timer = served.getAndSet(i, null);
                if (timer != null) {
                    registry.remove(timer);
                }
            }
        }

        private Timer register(Outcome outcome) {
            Timer timer = Timer.builder("news.gateway.hot")
                    .description("Answers from memory, before the chain")
                    .tag("method", method)
                    .tag("outcome", name(outcome))
                    .register(registry);
            served.set(outcome.ordinal(), timer);
            return timer;
        }

        private Counter register(Load load) {
            Counter counter = Counter.builder("news.gateway.hot.loads")
                    .description("Calls for answers to keep")
                    .tag("method", method)
                    .tag("result", name(load))
                    .register(registry);
            loads.set(load.ordinal(), counter);
            return counter;
        }

        private static String name(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }
}
