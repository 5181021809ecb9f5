package news.platform.gateway.guard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import news.platform.edge.v1.Priority;
import org.jspecify.annotations.Nullable;

/**
 * How many calls may be under way at once, found out while running: the limit grows while calls take about as long as they
 * usually do and shrinks when they take longer or fail for lack of time. When it is reached, what is sheddable is refused
 * first (at 70 % of the limit), then the ordinary (at 90 %), what is critical last.
 *
 * <p>Calls that wait on purpose have a room of their own, and callbacks another; they are no measure of anything. Answers from memory have a room of their own, as large as the limit may ever get, so that slow services never take the
 * place of what needs no service. Thread-safe, no locks.
 */
public final class Admission {

    private final LongSupplier nanoTime;
    private final AdaptiveLimit limit;
    private final int hotLimit;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger hotUnderWay = new AtomicInteger();
    private final int maxWaiting;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int maxCallbacks;
    private final AtomicInteger callbacks = new AtomicInteger();
    private final Map<String, Baseline> baselines = new ConcurrentHashMap<>();
    private final Map<Priority, Counter> refused = new EnumMap<>(Priority.class);

    Admission(GuardProperties.AdmissionProperties properties, MeterRegistry meters, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.limit = new AdaptiveLimit(properties.min(), properties.max(), properties.initial(), nanoTime);
        this.hotLimit = properties.max();
        this.maxWaiting = properties.waiting();
        this.maxCallbacks = properties.callbacks();
        meters.gauge("news.gateway.admission.limit", limit, AdaptiveLimit::current);
        meters.gauge("news.gateway.admission.calls", underWay, AtomicInteger::get);
        meters.gauge("news.gateway.admission.waiting", waiting, AtomicInteger::get);
        meters.gauge("news.gateway.admission.callbacks", callbacks, AtomicInteger::get);
        for (Priority priority : Priority.values()) {
            Counter counter = Counter.builder("news.gateway.admission.refused")
                    .description("Requests answered 503 before they began")
                    .tag("priority", priority.name())
                    .register(meters);
            refused.put(priority, counter);
        }
    }

    /**
     * Lets a call begin, or not.
     *
     * @param method what is called: calls are compared with earlier ones of the same name, so there are few names
     * @return null when the call must be refused with 503; else to be closed when the call has ended
     */
    public @Nullable Permit enter(String method, Priority priority) {
        int now = underWay.incrementAndGet();
        if (now > room(limit.current(), priority)) {
            underWay.decrementAndGet();
            refuse(priority);
            return null;
        }
        return new Permit(
                baselines.computeIfAbsent(method, name -> new Baseline()), underWay, now, nanoTime.getAsLong());
    }

    /** The same for a call that waits on purpose. */
    public @Nullable Permit enterWaiting(Priority priority) {
        return enter(waiting, room(maxWaiting, priority), priority);
    }

    /** The same for a callback: neither readers nor whoever waits takes its place. */
    public @Nullable Permit enterCallback() {
        return enter(callbacks, maxCallbacks, Priority.PRIORITY_CRITICAL);
    }

    private @Nullable Permit enter(AtomicInteger inside, int room, Priority priority) {
        int now = inside.incrementAndGet();
        if (now > room) {
            inside.decrementAndGet();
            refuse(priority);
            return null;
        }
        return new Permit(null, inside, now, 0);
    }

    /** Lets an answer from memory begin; when true, {@link #leaveHot()} must follow. */
    public boolean enterHot(Priority priority) {
        if (hotUnderWay.incrementAndGet() > room(hotLimit, priority)) {
            hotUnderWay.decrementAndGet();
            refuse(priority);
            return false;
        }
        return true;
    }

    /** The end of what {@link #enterHot} allowed. */
    public void leaveHot() {
        hotUnderWay.decrementAndGet();
    }

    int limit() {
        return limit.current();
    }

    private void refuse(Priority priority) {
        Counter counter = refused.get(priority);
        if (counter != null) {
            counter.increment();
        }
    }

    private static int room(int limit, Priority priority) {
        return switch (priority) {
            case PRIORITY_CRITICAL -> limit;
            case PRIORITY_NORMAL, PRIORITY_UNSPECIFIED, UNRECOGNIZED -> limit - limit / 10;
            case PRIORITY_SHEDDABLE -> limit - limit * 3 / 10;
        };
    }

    /** A call that was let in. */
    public final class Permit implements AutoCloseable {

        /** Null: how long it takes says nothing. */
        private final @Nullable Baseline baseline;

        private final AtomicInteger inside;
        private final int underWayAtStart;
        private final long start;
        private boolean closed;

        private Permit(@Nullable Baseline baseline, AtomicInteger inside, int underWayAtStart, long start) {
            this.baseline = baseline;
            this.inside = inside;
            this.underWayAtStart = underWayAtStart;
            this.start = start;
        }

        /** The call ended for lack of time or room: the limit is too high. */
        public void dropped() {
            if (end() && baseline != null) {
                limit.dropped(underWayAtStart);
            }
        }

        /** It was no call: how long it took says nothing. */
        public void leave() {
            end();
        }

        /** The call ended; how long it took is remembered. Closing twice changes nothing. */
        @Override
        public void close() {
            if (end() && baseline != null) {
                limit.sample(baseline.ratio(nanoTime.getAsLong() - start), underWayAtStart);
            }
        }

        /** Gives the place back; false where it was given back before. */
        private boolean end() {
            if (closed) {
                return false;
            }
            closed = true;
            inside.decrementAndGet();
            return true;
        }
    }
}
