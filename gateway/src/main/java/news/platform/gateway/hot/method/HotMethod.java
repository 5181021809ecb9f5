package news.platform.gateway.hot.method;

import java.time.Duration;
import java.util.Optional;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.Vary;
import news.platform.gateway.contract.Method;
import news.platform.gateway.hot.memory.Tags;
import news.platform.policy.CacheRules;
import news.platform.policy.Policy;
import news.platform.security.Caller;
import news.platform.security.EntitlementClass;
import news.platform.security.EntitlementClasses;
import org.jspecify.annotations.Nullable;

/** A method whose answers may be kept, with all that follows from its policy worked out once. */
public final class HotMethod {

    private final Method method;
    private final Policy policy;
    private final CacheRules rules;
    private final Tags tags;
    private final HotMetrics.Of metrics;
    private final boolean varies;
    private final String publicCacheControl;
    private final String privateCacheControl;
    private final String vary;

    HotMethod(Method method, Policy policy, CacheRules rules, HotMetrics.Of metrics) {
        this.method = method;
        this.policy = policy;
        this.rules = rules;
        this.tags = new Tags(method, rules.tagPaths());
        this.metrics = metrics;
        this.varies = rules.vary().contains(Vary.VARY_ENTITLEMENT);
        String ages = "max-age=" + rules.maxAge().toSeconds()
                + (rules.staleWhileRevalidate().isZero()
                        ? ""
                        : ", stale-while-revalidate="
                                + rules.staleWhileRevalidate().toSeconds());
        this.publicCacheControl = "public, " + ages;
        this.privateCacheControl = "private, " + ages;
        this.vary = varies ? "Accept-Encoding, Authorization" : "Accept-Encoding";
    }

    /** Empty where the method's answers may not be shared: anything but a plain read that anybody may ask for. */
    static Optional<CacheRules> shareable(Method method, Policy policy) {
        boolean open = policy.access() == Access.ACCESS_PUBLIC || policy.access() == Access.ACCESS_OPTIONAL;
        boolean read = method.bindings().stream().anyMatch(b -> b.httpMethod().equals("GET"));
        return open && read && !method.streaming() ? policy.cache() : Optional.empty();
    }

    public Method method() {
        return method;
    }

    public Policy policy() {
        return policy;
    }

    public CacheRules rules() {
        return rules;
    }

    public Tags tags() {
        return tags;
    }

    public HotMetrics.Of metrics() {
        return metrics;
    }

    public Duration deadline() {
        return policy.deadline();
    }

    /** The service behind it, as X-Degraded names it. */
    public String service() {
        return method.channel() + "-service";
    }

    /** The class that the answer is kept under; null where all askers get the same. */
    public @Nullable EntitlementClass entitlement(EntitlementClasses classes, Optional<Caller> caller) {
        return varies ? classes.of(caller) : null;
    }

    /** An answer that depends on a token is for nobody else's cache. */
    public String cacheControl(boolean withToken) {
        return varies && withToken ? privateCacheControl : publicCacheControl;
    }

    public String vary() {
        return vary;
    }
}
