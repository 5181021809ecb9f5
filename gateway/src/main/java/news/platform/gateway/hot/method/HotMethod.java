package news.platform.gateway.hot.method;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.Fallback;
import news.platform.edge.v1.Vary;
import news.platform.gateway.contract.Method;
import news.platform.gateway.header.HeaderLines;
import news.platform.gateway.hot.memory.Lifetimes;
import news.platform.gateway.hot.memory.Lifetimes.Sort;
import news.platform.gateway.hot.memory.Tags;
import news.platform.gateway.problem.SecurityHeaders;
import news.platform.policy.CacheRules;
import news.platform.policy.Policy;
import news.platform.security.Caller;
import news.platform.security.EntitlementClass;
import news.platform.security.EntitlementClasses;
import org.jspecify.annotations.Nullable;

/** A method whose answers may be kept, with all that follows from its policy worked out once. */
public final class HotMethod {

    private static final Duration NEVER = Duration.ofNanos(-1);

    private final Method method;
    private final Policy policy;
    private final CacheRules rules;
    private final Lifetimes lifetimes;
    private final Tags tags;
    private final HotMetrics.Of metrics;
    private final boolean varies;
    private final boolean personal;
    private final List<String> produces;
    private final HeaderLines sharedHeaders;
    private final HeaderLines personalHeaders;
    private final HeaderLines passingHeaders;

    HotMethod(Method method, Policy policy, CacheRules rules, Duration partialAge, HotMetrics.Of metrics) {
        this.method = method;
        this.policy = policy;
        this.rules = rules;
        this.lifetimes = new Lifetimes(
                rules.maxAge(),
                partialAge.compareTo(rules.maxAge()) < 0 ? partialAge : rules.maxAge(),
                rules.negativeMaxAge(),
                rules.staleWhileRevalidate(),
                policy.fallback() == Fallback.FALLBACK_STALE ? rules.staleIfError() : NEVER);
        this.tags = new Tags(method, rules.tagPaths());
        this.metrics = metrics;
        this.produces = method.produces();
        this.varies = rules.vary().contains(Vary.VARY_ENTITLEMENT);
        this.personal = rules.vary().contains(Vary.VARY_CALLER);
        String ages = "max-age=" + rules.maxAge().toSeconds()
                + (rules.staleWhileRevalidate().isZero()
                        ? ""
                        : ", stale-while-revalidate="
                                + rules.staleWhileRevalidate().toSeconds());
        this.sharedHeaders = headers("public, " + ages);
        // an answer that depends on a token is for nobody else's cache
        this.personalHeaders =
                personal ? headers("private, no-cache") : varies ? headers("private, " + ages) : sharedHeaders;
        this.passingHeaders = headers("no-store");
    }

    private HeaderLines headers(String cacheControl) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>(SecurityHeaders.PAIRS);
        pairs.add(Map.entry("Vary", varies || personal ? "Accept-Encoding, Authorization" : "Accept-Encoding"));
        pairs.add(Map.entry("Cache-Control", cacheControl));
        return new HeaderLines(pairs);
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

    /** The media types by which its answers can be asked for. */
    public List<String> produces() {
        return produces;
    }

    public Policy policy() {
        return policy;
    }

    public CacheRules rules() {
        return rules;
    }

    /** How long its answers are good as its policy stands. */
    public Lifetimes lifetimes() {
        return lifetimes;
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
        return method.callee() + "-service";
    }

    /** The class that the answer is kept under; null where all askers get the same. */
    public @Nullable EntitlementClass entitlement(EntitlementClasses classes, Optional<Caller> caller) {
        return varies ? classes.of(caller) : null;
    }

    /** Whether this caller's answer is nobody else's, and kept for nobody. */
    public boolean personal(Optional<Caller> caller) {
        return personal && caller.isPresent();
    }

    /**
     * What all its good answers say beside what is the answer's own.
     *
     * @param sort what the answer is
     * @param withToken whether it was asked for with a token
     */
    public HeaderLines headers(Sort sort, boolean withToken) {
        if (!lifetimes.keeps(sort) && !(personal && withToken)) {
            return passingHeaders;
        }
        return withToken ? personalHeaders : sharedHeaders;
    }
}
