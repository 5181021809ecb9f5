package news.platform.grpc.client;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.grpc.MethodDescriptor;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import news.platform.policy.Policies;
import news.platform.policy.Policy;

/** One guard for each method at each target, made when first called, so that no failing method takes others with it. */
final class MethodGuards {
    private final Policies policies;
    private final GrpcClientGuardProperties properties;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final Map<String, Map<String, MethodGuard>> guards = new ConcurrentHashMap<>();

    MethodGuards(Policies policies, GrpcClientGuardProperties properties) {
        this.policies = policies;
        this.properties = properties;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
                .slidingWindowSize(Math.toIntExact(properties.window().toSeconds()))
                .minimumNumberOfCalls(properties.minimumCalls())
                .failureRateThreshold(properties.failureRate())
                .waitDurationInOpenState(properties.openTime())
                .permittedNumberOfCallsInHalfOpenState(properties.trialCalls())
                .maxWaitDurationInHalfOpenState(properties.window())
                .build());
    }

    void bindTo(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
    }

    MethodGuard of(String target, MethodDescriptor<?, ?> method) {
        Policy policy = policies.of(method);
        Map<String, MethodGuard> ofTarget = guards.get(target);
        MethodGuard guard = ofTarget == null ? null : ofTarget.get(method.getFullMethodName());
        return guard != null ? guard.under(policy) : make(target, method, policy);
    }

    private MethodGuard make(String target, MethodDescriptor<?, ?> method, Policy policy) {
        return guards.computeIfAbsent(target, absent -> new ConcurrentHashMap<>())
                .computeIfAbsent(method.getFullMethodName(), name -> {
                    String guarded = target + "/" + name;
                    Bulkhead bulkhead = bulkheads.bulkhead(guarded, MethodGuard.bulkheadConfig(policy));
                    CircuitBreaker breaker = breakers.circuitBreaker(guarded);
                    return new MethodGuard(method, policy, bulkhead, breaker, properties);
                });
    }
}
