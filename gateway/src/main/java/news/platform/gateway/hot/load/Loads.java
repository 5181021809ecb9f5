package news.platform.gateway.hot.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.platform.error.v1.PlatformReason;
import news.platform.gateway.answer.Answer;
import news.platform.gateway.answer.Origin;
import news.platform.gateway.answer.Question;
import news.platform.gateway.guard.Admission;
import news.platform.gateway.guard.Admission.Permit;
import news.platform.gateway.hot.encoding.Compression;
import news.platform.gateway.hot.load.Load.Kind;
import news.platform.gateway.hot.memory.HotEntry;
import news.platform.gateway.hot.memory.HotKey;
import news.platform.gateway.hot.memory.HotStore;
import news.platform.gateway.hot.memory.Lifetimes.Sort;
import news.platform.gateway.hot.memory.PurgeLog.Verdict;
import news.platform.gateway.hot.memory.Tags;
import news.platform.gateway.hot.method.HotMethod;
import news.platform.gateway.hot.method.HotMetrics;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.problem.TraceIds;
import news.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Asks, judges what comes back, and keeps what may be kept. Thread-safe. */
public final class Loads {

    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int UNAVAILABLE = 503;

    private final Origin origin;
    private final HotStore store;
    private final Compression compression;
    private final Admission admission;
    private final Duration retryPause;

    /** @param retryPause after a failed call, how long until the next try */
    public Loads(Origin origin, Admission admission, HotStore store, Compression compression, Duration retryPause) {
        this.origin = origin;
        this.admission = admission;
        this.store = store;
        this.compression = compression;
        this.retryPause = retryPause;
    }

    /**
     * Asks, unless somebody else has just brought a fresh answer.
     *
     * @param seen what was in the cache when it was decided to ask
     */
    public Load ask(HotMethod method, HotKey key, Question question, @Nullable HotEntry seen) {
        HotEntry there = store.find(key);
        if (there != null
                && there != seen
                && there.use(store.now(), store.overtaken(there), method.lifetimes()) == HotEntry.Use.FRESH) {
            return new Load(there, Kind.SHARED, Verdict.CURRENT);
        }
        Call call = call(method, question.by(asker(key, question)));
        Kind kind = kind(key, call.answer());
        HotEntry entry = new HotEntry(
                key,
                kept(method, call.answer()),
                tags(method, question, call.answer()),
                sort(kind, call.answer()),
                compression,
                call.times());
        if (kind == Kind.FAILURE) {
            failed(method, key, question);
            method.metrics().loaded(HotMetrics.Load.FAILED);
            return new Load(entry, kind, store.judge(entry));
        }
        return settle(method, entry, kind);
    }

    /** Asks for one asker alone, by the own token; nothing is kept. */
    public Load askForOne(HotMethod method, HotKey key, Question question) {
        Call call = call(method, question);
        Kind kind = call.answer().status() >= 500 ? Kind.FAILURE : Kind.PRIVATE;
        HotEntry entry = new HotEntry(key, call.answer(), Set.of(), Sort.PASSING, compression, call.times());
        method.metrics().loaded(kind == Kind.FAILURE ? HotMetrics.Load.FAILED : HotMetrics.Load.NOT_STORED);
        return new Load(entry, kind, Verdict.CURRENT);
    }

    /** What a call brought, and when. */
    private record Call(Answer answer, HotEntry.Call times) {}

    private Call call(HotMethod method, Question question) {
        long begun = store.purgeCount();
        long started = store.now();
        Answer answer = askAdmitted(method, question);
        return new Call(answer, new HotEntry.Call(begun, started, store.now()));
    }

    /** A call for it failed: what is in memory is a last good answer from now on, and says so where it can. Null for nothing. */
    public @Nullable HotEntry failed(HotMethod method, HotKey key, Question question) {
        HotEntry last = store.find(key);
        if (last == null) {
            return null;
        }
        HotEntry marked = marked(method, last, question);
        marked.failed(store.now(), retryPause.toNanos());
        if (marked != last) {
            last.failed(store.now(), retryPause.toNanos());
            store.replace(last, marked);
        }
        return marked;
    }

    /** The message is for {@link #marked} alone. */
    private static Answer kept(HotMethod method, Answer answer) {
        return method.outdated().saysNothing() ? answer.withoutMessage() : answer;
    }

    private HotEntry marked(HotMethod method, HotEntry last, Question question) {
        return last.answer()
                .message()
                .map(message -> Map.entry(message, method.outdated().of(message)))
                .filter(said -> !said.getKey().equals(said.getValue()))
                .map(said -> last.with(origin.say(question, last.answer(), said.getValue())))
                .orElse(last);
    }

    /** Takes a place under the concurrency limit: those who only wait for this call need none. */
    private Answer askAdmitted(HotMethod method, Question question) {
        try (Permit permit =
                admission.enter(question.method().name(), method.policy().priority())) {
            if (permit == null) {
                return overloaded();
            }
            Answer answer = origin.ask(question);
            if (answer.status() == UNAVAILABLE) {
                permit.dropped();
            }
            return answer;
        }
    }

    private static Answer overloaded() {
        byte[] problem = Problem.of(PlatformReason.OVERLOADED, "Too many requests at once for now.")
                .body(TraceIds.fresh());
        return new Answer(
                UNAVAILABLE,
                Problem.MEDIA_TYPE,
                Map.of(),
                problem,
                "",
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(1)));
    }

    private Load settle(HotMethod method, HotEntry entry, Kind kind) {
        if (kind == Kind.PRIVATE || !method.lifetimes().keeps(entry.sort())) {
            // what was there is not what is answered now; what is made up for want of a service says nothing about it
            if (entry.degraded() == null) {
                store.remove(entry.key());
            }
            method.metrics().loaded(HotMetrics.Load.NOT_STORED);
            return new Load(entry, kind, store.judge(entry));
        }
        Verdict verdict = store.keep(entry);
        method.metrics().loaded(verdict == Verdict.CURRENT ? HotMetrics.Load.STORED : HotMetrics.Load.OVERTAKEN);
        return new Load(entry, kind, verdict);
    }

    /** What only some may see is asked for by one of them; everything else by nobody, so that nothing personal is kept. */
    private static Optional<Caller> asker(HotKey key, Question question) {
        return key.full() ? question.caller() : Optional.empty();
    }

    private static Kind kind(HotKey key, Answer answer) {
        if (answer.status() >= 500) {
            return Kind.FAILURE;
        }
        boolean success = answer.status() < 300;
        boolean absent = answer.status() == NOT_FOUND || answer.status() == GONE;
        return answer.noStore() || !isFor(key, answer) || !(success || absent) ? Kind.PRIVATE : Kind.SHARED;
    }

    /** What is not for all is kept as what only some may see when the service says that it is just that. */
    private static boolean isFor(HotKey key, Answer answer) {
        if (answer.audience().isEmpty()) {
            return !key.full();
        }
        return switch (answer.audience().get()) {
            case ALL -> true;
            case PREVIEW -> !key.full();
            case FULL -> key.full();
            case PERSONAL -> false;
        };
    }

    private static Sort sort(Kind kind, Answer answer) {
        if (kind != Kind.SHARED) {
            return Sort.PASSING;
        }
        if (answer.status() >= 400) {
            return Sort.ABSENT;
        }
        return answer.degraded().isEmpty() ? Sort.WHOLE : Sort.PARTIAL;
    }

    private static Set<String> tags(HotMethod method, Question question, Answer answer) {
        Set<String> tags = Tags.ofPath(question.request(), question.binding().pathVariables());
        answer.message().ifPresent(message -> method.tags().collect(message, tags));
        return tags;
    }
}
