package news.platform.thirdparty.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** A breaker and bulkheads for each of those whom this service calls, with their metrics. */
@Component
public final class Guards {
    private static final int WINDOW_SECONDS = 10;
    private static final int MIN_CALLS = 5;
    private static final Duration OPEN = Duration.ofSeconds(2);

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
            .slidingWindowSize(WINDOW_SECONDS)
            .minimumNumberOfCalls(MIN_CALLS)
            .waitDurationInOpenState(OPEN)
            .permittedNumberOfCallsInHalfOpenState(1)
            .maxWaitDurationInHalfOpenState(Duration.ofSeconds(WINDOW_SECONDS))
            .build());
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();

    public Guards(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
    }

    /** The breaker of this name: open for two seconds once half of the calls of ten seconds have failed. */
    public CircuitBreaker breaker(String name) {
        return breakers.circuitBreaker(name);
    }

    /** The bulkhead of this name: so many calls at once, and none that waits. */
    public Bulkhead bulkhead(String name, int concurrency) {
        return bulkheads.bulkhead(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(concurrency)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }
}
