package news.platform.gateway.hot.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import news.platform.gateway.hot.memory.HotKey;
import news.platform.gateway.hot.memory.PurgeLog;
import org.jspecify.annotations.Nullable;

/**
 * One call for each key, however many want its answer. Nobody waits while holding a lock of the cache; waiters are bounded
 * in number and in time. Thread-safe.
 */
public final class Flights {

    /** Somebody waits in vain: too many do already, or the call takes too long. */
    public enum Refusal {
        TOO_MANY,
        TOO_LATE
    }

    /**
     * What came of it.
     *
     * @param load null where it was refused
     * @param refusal null where there is an answer
     * @param own whether the asker made the call itself
     */
    public record Landing(@Nullable Load load, @Nullable Refusal refusal, boolean own) {}

    private static final class Flight {

        private final long begun;
        private final CompletableFuture<Load> landing = new CompletableFuture<>();

        Flight(long begun) {
            this.begun = begun;
        }
    }

    private final Map<HotKey, Flight> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final PurgeLog purges;
    private final int maxWaiters;

    public Flights(PurgeLog purges, int maxWaiters) {
        this.purges = purges;
        this.maxWaiters = maxWaiters;
    }

    public boolean isUnderWay(HotKey key) {
        return underWay.containsKey(key);
    }

    public int waiting() {
        return waiting.get();
    }

    /** Makes the call, or waits for the one under way; a call that a purge of the whole method has overtaken is not joined. */
    public Landing join(HotKey key, Duration patience, Supplier<Load> call) {
        while (true) {
            Flight flight = underWay.get(key);
            if (flight != null && !purges.overtaken(key.method(), flight.begun)) {
                return await(flight, patience);
            }
            Flight mine = new Flight(purges.now());
            boolean leads =
                    flight == null ? underWay.putIfAbsent(key, mine) == null : underWay.replace(key, flight, mine);
            if (leads) {
                return new Landing(lead(key, mine, call), null, true);
            }
        }
    }

    private Load lead(HotKey key, Flight mine, Supplier<Load> call) {
        try {
            Load load = call.get();
            mine.landing.complete(load);
            return load;
        } catch (RuntimeException | Error e) {
            mine.landing.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(key, mine);
        }
    }

    private Landing await(Flight flight, Duration patience) {
        if (waiting.incrementAndGet() > maxWaiters) {
            waiting.decrementAndGet();
            return new Landing(null, Refusal.TOO_MANY, false);
        }
        try {
            return new Landing(flight.landing.get(patience.toNanos(), TimeUnit.NANOSECONDS), null, false);
        } catch (TimeoutException | ExecutionException e) {
            return new Landing(null, Refusal.TOO_LATE, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Landing(null, Refusal.TOO_LATE, false);
        } finally {
            waiting.decrementAndGet();
        }
    }
}
