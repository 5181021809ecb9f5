package news.platform.gateway.hot.method;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.Method;
import news.platform.policy.CacheRules;
import news.platform.policy.Policy;
import org.jspecify.annotations.Nullable;

/** The methods whose answers may be kept, as their policies stand now. Thread-safe. */
public final class HotMethods {

    private final Contract contract;
    private final Duration partialAge;
    private final HotMetrics metrics;
    private final Map<String, HotMethod> compiled = new ConcurrentHashMap<>();

    /** @param partialAge how long an answer is fresh that was made without one of its services */
    public HotMethods(Contract contract, Duration partialAge, HotMetrics metrics) {
        this.contract = contract;
        this.partialAge = partialAge;
        this.metrics = metrics;
    }

    /** Null where its answers may not be kept, or not any more: an operator may change a policy at any time. */
    public @Nullable HotMethod of(Method method) {
        Policy policy = method.policy();
        HotMethod known = compiled.get(method.name());
        return known != null && known.policy() == policy ? known : compile(method, policy);
    }

    /** Drops what was counted until now. */
    public void forgetMetrics() {
        metrics.forget();
    }

    /** Those whose answers may be kept now. */
    public List<HotMethod> all() {
        return contract.methods().stream()
                .flatMap(method -> Optional.ofNullable(of(method)).stream())
                .toList();
    }

    private @Nullable HotMethod compile(Method method, Policy policy) {
        Optional<CacheRules> rules = HotMethod.shareable(method, policy);
        if (rules.isEmpty()) {
            compiled.remove(method.name());
            return null;
        }
        HotMethod fresh = new HotMethod(method, policy, rules.get(), partialAge, metrics.of(method.name()));
        compiled.put(method.name(), fresh);
        return fresh;
    }
}
