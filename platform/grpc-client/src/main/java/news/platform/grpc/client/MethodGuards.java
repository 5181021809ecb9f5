package news.platform.grpc.client;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.grpc.MethodDescriptor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import news.platform.policy.Policies;
import news.platform.policy.Policy;

/** One guard for each method at each target, made when first called, so that no failing method takes others with it. */
final class MethodGuards {
    private final Policies policies;
    private final GrpcClientGuardProperties properties;
    private final CircuitBreakerRegistry breakers;
    private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();
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
        registries.add(meters);
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
                    CircuitBreaker breaker = breakers.circuitBreaker(target + "/" + name);
                    MethodGuard guard = new MethodGuard(method, policy, breaker, properties);
                    registries.forEach(meters -> show(guard, target, name, meters));
                    return guard;
                });
    }

    private static void show(MethodGuard guard, String target, String method, MeterRegistry meters) {
        Gauge.builder("news.grpc.client.bulkhead.used", guard, MethodGuard::underWay)
                .description("Calls under way")
                .tag("target", target)
                .tag("method", method)
                .register(meters);
        Gauge.builder("news.grpc.client.bulkhead.max", guard, MethodGuard::maxConcurrent)
                .description("Calls that may be under way")
                .tag("target", target)
                .tag("method", method)
                .register(meters);
    }
}
