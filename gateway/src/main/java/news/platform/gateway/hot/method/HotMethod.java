package news.platform.gateway.hot.method;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.Fallback;
import news.platform.edge.v1.Vary;
import news.platform.gateway.contract.Method;
import news.platform.gateway.header.HeaderLines;
import news.platform.gateway.hot.memory.HotEntry;
import news.platform.gateway.hot.memory.Lifetimes;
import news.platform.gateway.hot.memory.Lifetimes.Sort;
import news.platform.gateway.hot.memory.Outdated;
import news.platform.gateway.hot.memory.Tags;
import news.platform.gateway.problem.SecurityHeaders;
import news.platform.policy.CacheRules;
import news.platform.policy.Policy;
import news.platform.security.Caller;

/** A method whose answers may be kept, with all that follows from its policy worked out once. */
public final class HotMethod {

    private static final Duration NEVER = Duration.ofNanos(-1);

    private final Method method;
    private final Policy policy;
    private final CacheRules rules;
    private final Lifetimes lifetimes;
    private final Tags tags;
    private final Outdated outdated;
    private final HotMetrics.Of metrics;
    private final boolean varies;
    private final boolean personal;
    private final List<String> produces;
    private final Shared shared;
    private volatile Shared longer;
    private final HeaderLines ownHeaders;
    private final HeaderLines passingHeaders;

    HotMethod(Method method, Policy policy, CacheRules rules, Duration partialAge, HotMetrics.Of metrics) {
        this.method = method;
        this.policy = policy;
        this.rules = rules;
        this.lifetimes = new Lifetimes(
                rules.maxAge(),
                rules.longestAge(),
                partialAge.compareTo(rules.maxAge()) < 0 ? partialAge : rules.maxAge(),
                rules.negativeMaxAge(),
                rules.staleWhileRevalidate(),
                policy.fallback() == Fallback.FALLBACK_STALE || substituted(policy) ? rules.staleIfError() : NEVER);
        this.tags = new Tags(method, rules.tagPaths());
        this.outdated = new Outdated(method, rules.outdatedPaths());
        this.metrics = metrics;
        this.produces = method.produces();
        this.varies = rules.vary().contains(Vary.VARY_ENTITLEMENT);
        this.personal = rules.vary().contains(Vary.VARY_CALLER);
        this.shared = shared(rules.maxAge().toNanos());
        this.longer = shared;
        // what is one's own may be another answer a moment later: something was bought, something ended
        this.ownHeaders = headers("private, no-cache");
        this.passingHeaders = headers("no-store");
    }

    /** What a shared answer says that is fresh for so long; {@code byToken}: where it was asked for with one. */
    private record Shared(long fresh, HeaderLines all, HeaderLines byToken) {}

    private Shared shared(long fresh) {
        String ages = "max-age=" + TimeUnit.NANOSECONDS.toSeconds(fresh)
                + (rules.staleWhileRevalidate().isZero()
                        ? ""
                        : ", stale-while-revalidate="
                                + rules.staleWhileRevalidate().toSeconds());
        HeaderLines all = headers("public, " + ages);
        // what is asked for with a token is for nobody else's cache where it depends on it
        return new Shared(fresh, all, varies ? headers("private, " + ages) : all);
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

    private static boolean substituted(Policy policy) {
        return policy.fallback() == Fallback.FALLBACK_SUBSTITUTE;
    }

    /** Whether something else can stand in for everybody's answer while the service fails. */
    public boolean substituted() {
        return substituted(policy);
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

    public Outdated outdated() {
        return outdated;
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

    /** Whether what is paid for is part of its answers. */
    public boolean varies() {
        return varies;
    }

    /** Whether this caller's answer is nobody else's, and kept for nobody. */
    public boolean personal(Optional<Caller> caller) {
        return personal && caller.isPresent();
    }

    /**
     * What all its good answers say beside what is the answer's own.
     *
     * @param entry the answer
     * @param withToken whether it was asked for with a token
     */
    public HeaderLines headers(HotEntry entry, boolean withToken) {
        boolean own = withToken && (personal || varies && !entry.isForAll());
        if (entry.answer().noStore() || !own && !lifetimes.keeps(entry.sort())) {
            return passingHeaders;
        }
        if (own) {
            return ownHeaders;
        }
        Shared said = entry.sort() == Sort.WHOLE ? shared(entry) : shared;
        return withToken ? said.byToken() : said.all();
    }

    /** Nearly all that keep longer do so for the same time: the last one is remembered. */
    private Shared shared(HotEntry entry) {
        long fresh = entry.fresh(lifetimes);
        if (fresh == shared.fresh()) {
            return shared;
        }
        Shared known = longer;
        if (fresh != known.fresh()) {
            known = shared(fresh);
            longer = known;
        }
        return known;
    }
}
