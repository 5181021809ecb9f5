package news.platform.gateway.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.error.v1.PlatformReason;
import news.platform.gateway.guard.ClientAddresses;
import news.platform.gateway.problem.Problem;
import news.platform.security.Caller;

/** How many streams are open, in all and of each client: a stream holds a connection that readers share. Thread-safe. */
final class StreamPlaces {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final StreamProperties properties;
    private final MeterRegistry meters;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> clients = new ConcurrentHashMap<>();

    StreamPlaces(StreamProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.meters = meters;
    }

    /**
     * Takes a place, or refuses with 429 or 503.
     *
     * @return gives the place back, however often it is run
     */
    Runnable enter(Optional<Caller> caller, String address) {
        var network = "address " + ClientAddresses.limited(address);
        var user = caller.map(known -> "user " + known.userId());
        if (!take(network, properties.maxPerAddress())) {
            throw refused("address", PlatformReason.RATE_LIMITED, "Too many streams are open from this address.");
        }
        if (user.isPresent() && !take(user.get(), properties.maxPerUser())) {
            giveBack(network);
            throw refused("user", PlatformReason.RATE_LIMITED, "Too many streams of this user are open.");
        }
        if (all.incrementAndGet() > properties.max()) {
            all.decrementAndGet();
            giveBack(network);
            user.ifPresent(this::giveBack);
            throw refused("all", PlatformReason.OVERLOADED, "Too many streams are open for now.");
        }
        var left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                all.decrementAndGet();
                giveBack(network);
                user.ifPresent(this::giveBack);
            }
        };
    }

    private boolean take(String client, int max) {
        boolean taken = clients.merge(client, 1, Integer::sum) <= max;
        if (!taken) {
            giveBack(client);
        }
        return taken;
    }

    private RuntimeException refused(String limit, PlatformReason reason, String detail) {
        meters.counter("news.gateway.stream.refused", "limit", limit).increment();
        return Problem.of(reason, detail).retryAfter(SOON).asException();
    }

    private void giveBack(String client) {
        clients.computeIfPresent(client, (_, held) -> held == 1 ? null : held - 1);
    }
}
