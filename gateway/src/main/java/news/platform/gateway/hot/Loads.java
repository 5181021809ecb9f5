package news.platform.gateway.hot;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import news.platform.gateway.answer.Answer;
import news.platform.gateway.answer.Origin;
import news.platform.gateway.answer.Question;
import news.platform.gateway.hot.HotEntry.Ages;
import news.platform.gateway.hot.Load.Kind;
import news.platform.gateway.hot.PurgeLog.Verdict;
import news.platform.policy.CacheRules;
import news.platform.security.Caller;
import news.platform.security.EntitlementClass;
import org.jspecify.annotations.Nullable;

/** Asks, judges what comes back, and keeps what may be kept. Thread-safe. */
final class Loads {

    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final Origin origin;
    private final HotStore store;
    private final PurgeLog purges;
    private final Compression compression;
    private final HotProperties properties;

    Loads(Origin origin, HotStore store, PurgeLog purges, Compression compression, HotProperties properties) {
        this.origin = origin;
        this.store = store;
        this.purges = purges;
        this.compression = compression;
        this.properties = properties;
    }

    /**
     * Asks, unless somebody else has just brought a fresh answer.
     *
     * @param seen what was in the cache when it was decided to ask
     */
    Load ask(HotMethod method, HotKey key, Question question, @Nullable HotEntry seen) {
        HotEntry there = store.find(key);
        if (there != null
                && there != seen
                && there.use(System.nanoTime(), store.overtaken(there)) == HotEntry.Use.FRESH) {
            return new Load(there, Kind.SHARED, Verdict.CURRENT);
        }
        long begun = purges.now();
        long started = System.nanoTime();
        Answer answer = origin.ask(question.by(asker(key, question)));
        long now = System.nanoTime();
        Kind kind = kind(key, answer);
        HotEntry entry = new HotEntry(
                key,
                answer,
                tags(method, question, answer),
                ages(method.rules(), kind, answer),
                compression,
                new HotEntry.Call(begun, started, now));
        return settle(method, entry, kind, now);
    }

    private Load settle(HotMethod method, HotEntry entry, Kind kind, long now) {
        if (kind == Kind.FAILURE) {
            HotEntry last = store.find(entry.key());
            if (last != null) {
                last.failed(now, properties.retryPause().toNanos());
            }
            method.metrics().loaded(HotMetrics.Load.FAILED);
            return new Load(entry, kind, store.judge(entry));
        }
        if (kind == Kind.PRIVATE || !entry.isKept()) {
            // what was there is not what is answered now
            store.remove(entry.key());
            method.metrics().loaded(HotMetrics.Load.NOT_STORED);
            return new Load(entry, kind, store.judge(entry));
        }
        Verdict verdict = store.keep(entry);
        method.metrics().loaded(verdict == Verdict.CURRENT ? HotMetrics.Load.STORED : HotMetrics.Load.OVERTAKEN);
        return new Load(entry, kind, verdict);
    }

    /** What only some may see is asked for by one of them; everything else by nobody, so that nothing personal is kept. */
    private static Optional<Caller> asker(HotKey key, Question question) {
        return key.entitlement() == EntitlementClass.FULL ? question.caller() : Optional.empty();
    }

    private static Kind kind(HotKey key, Answer answer) {
        if (answer.status() >= 500) {
            return Kind.FAILURE;
        }
        boolean otherClass = key.entitlement() != null
                && answer.entitlementClass()
                        .filter(made -> made != key.entitlement())
                        .isPresent();
        boolean success = answer.status() < 300;
        boolean absent = answer.status() == NOT_FOUND || answer.status() == GONE;
        return answer.noStore() || otherClass || !(success || absent) ? Kind.PRIVATE : Kind.SHARED;
    }

    private Ages ages(CacheRules rules, Kind kind, Answer answer) {
        if (kind != Kind.SHARED) {
            return Ages.none();
        }
        if (answer.status() >= 400) {
            return new Ages(rules.negativeMaxAge(), Duration.ZERO, Duration.ZERO);
        }
        boolean whole = answer.degraded().isEmpty() || properties.degradedAge().compareTo(rules.maxAge()) > 0;
        return new Ages(
                whole ? rules.maxAge() : properties.degradedAge(), rules.staleWhileRevalidate(), rules.staleIfError());
    }

    private static Set<String> tags(HotMethod method, Question question, Answer answer) {
        Set<String> tags = Tags.ofPath(question.request(), question.binding().pathVariables());
        answer.message().ifPresent(message -> method.tags().collect(message, tags));
        return tags;
    }
}
