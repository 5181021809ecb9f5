package news.platform.thirdparty.delivery;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider behind its breaker, its quota and its bulkheads: one that fails or is slow holds up no other, and urgent messages
 * never wait for others. What it cannot take now is to come back later: when it says, else after a second at first, twice as
 * late each time up to ten, after a second again once it works.
 */
final class GuardedProvider {
    private static final Logger log = LoggerFactory.getLogger(GuardedProvider.class);
    private static final int LONGEST_SECONDS = 10;
    private static final int MAX_DOUBLINGS = 4;

    private final Provider provider;
    private final CircuitBreaker breaker;
    private final Places places;
    private final Quota quota;
    private final AtomicInteger failures = new AtomicInteger();

    GuardedProvider(Provider provider, CircuitBreaker breaker, Places places, Quota quota) {
        this.provider = provider;
        this.breaker = breaker;
        this.places = places;
        this.quota = quota;
    }

    String name() {
        return provider.name();
    }

    boolean carries(Address address) {
        return provider.carries(address);
    }

    /** What became of each, in their order. */
    List<Outcome> deliver(List<Message> messages, boolean urgent) {
        var paused = quota.paused();
        if (paused.isPositive()) {
            return later(messages.size(), paused.plusSeconds(1));
        }
        var bulkhead = urgent ? places.urgent() : places.others();
        if (!bulkhead.tryAcquirePermission()) {
            return later(messages.size(), backOff());
        }
        try {
            int taken = quota.take(messages.size(), urgent);
            var outcomes = new ArrayList<>(attempt(messages.subList(0, taken)));
            outcomes.addAll(later(messages.size() - taken, backOff()));
            return outcomes;
        } finally {
            bulkhead.onComplete();
        }
    }

    private List<Outcome> attempt(List<Message> messages) {
        if (messages.isEmpty() || !breaker.tryAcquirePermission()) {
            return later(messages.size(), backOff());
        }
        long since = breaker.getCurrentTimestamp();
        try {
            var outcomes = provider.deliver(messages);
            breaker.onSuccess(breaker.getCurrentTimestamp() - since, breaker.getTimestampUnit());
            failures.set(0);
            outcomes.forEach(this::leaveAlone);
            return outcomes;
        } catch (IOException e) {
            breaker.onError(breaker.getCurrentTimestamp() - since, breaker.getTimestampUnit(), e);
            if (failures.getAndIncrement() == 0) {
                log.warn("{} takes no messages for now: {}", name(), e.toString());
            }
            return later(messages.size(), backOff());
        }
    }

    private void leaveAlone(Outcome outcome) {
        if (outcome instanceof Outcome.Busy(var after)) {
            quota.pause(after);
        }
    }

    private Duration backOff() {
        int doublings = Math.clamp(failures.get() - 1L, 0, MAX_DOUBLINGS);
        return Duration.ofSeconds(Math.min(1 << doublings, LONGEST_SECONDS));
    }

    private static List<Outcome> later(int messages, Duration after) {
        return Collections.nCopies(messages, new Outcome.Retry(after));
    }

    /** How many calls are under way at once. */
    record Places(Bulkhead urgent, Bulkhead others) {}
}
