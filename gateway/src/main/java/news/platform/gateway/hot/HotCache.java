package news.platform.gateway.hot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import news.platform.error.v1.PlatformReason;
import news.platform.gateway.answer.AnswerCache;
import news.platform.gateway.answer.Question;
import news.platform.gateway.contract.Method;
import news.platform.gateway.hot.load.Flights;
import news.platform.gateway.hot.load.Flights.Landing;
import news.platform.gateway.hot.load.Load;
import news.platform.gateway.hot.load.Load.Kind;
import news.platform.gateway.hot.load.Loads;
import news.platform.gateway.hot.memory.HotEntry;
import news.platform.gateway.hot.memory.HotEntry.Use;
import news.platform.gateway.hot.memory.HotKey;
import news.platform.gateway.hot.memory.HotStore;
import news.platform.gateway.hot.memory.PurgeLog.Verdict;
import news.platform.gateway.hot.method.EntitlementClasses;
import news.platform.gateway.hot.method.HotMethod;
import news.platform.gateway.hot.method.HotMethods;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.problem.ProblemWriter;
import news.platform.security.Caller;
import news.platform.security.EntitlementClass;
import org.jspecify.annotations.Nullable;

/** Decides for each question whether memory answers it, somebody else's call or an own one. Thread-safe. */
final class HotCache implements AnswerCache {

    /** So that waiters get the caller's own verdict about the deadline, not theirs. */
    private static final Duration GRACE = Duration.ofMillis(250);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private static final int SERVER_ERROR = 500;

    private final HotMethods methods;
    private final HotStore store;
    private final Flights flights;
    private final Loads loads;
    private final HotWriter writer;
    private final EntitlementClasses classes;
    private final Semaphore refreshes;
    private final long retryPause;

    HotCache(Memory memory, Flights flights, Loads loads, EntitlementClasses classes, HotProperties properties) {
        this.methods = memory.methods();
        this.store = memory.store();
        this.writer = memory.writer();
        this.flights = flights;
        this.loads = loads;
        this.classes = classes;
        this.refreshes = new Semaphore(properties.maxRefreshes());
        this.retryPause = properties.retryPause().toNanos();
    }

    @Override
    public boolean covers(Method method) {
        return methods.of(method) != null;
    }

    @Override
    public void answer(Question question, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HotMethod method = methods.of(question.method());
        if (method == null) {
            throw new IllegalArgumentException(question.method() + ": not covered (expected: ask covers() first)");
        }
        switch (new Asking(method, question).answer()) {
            case Found(HotEntry entry, Use use) ->
                writer.write(new Reply(method, entry, use, question.caller().isPresent()), request, response);
            case Refused(PlatformReason reason, String detail) ->
                ProblemWriter.write(
                        request, response, Problem.of(reason, detail).retryAfter(TRY_AGAIN));
        }
    }

    /** Serves nothing, only sees to it that what is stale is refreshed by one call in the background. */
    void refreshWhenDue(HotMethod method, HotEntry entry, Use use, Question question) {
        long now = store.now();
        if (!entry.claimRefresh(now, retryPause) || flights.isUnderWay(entry.key()) || !refreshes.tryAcquire()) {
            return;
        }
        Thread.ofVirtual().name("hot-refresh").start(() -> {
            try {
                flights.join(entry.key(), method.deadline(), () -> loads.ask(method, entry.key(), question, entry));
            } finally {
                refreshes.release();
            }
        });
    }

    /** What comes of a question. */
    private sealed interface Finding {}

    private record Found(HotEntry entry, Use use) implements Finding {}

    private record Refused(PlatformReason reason, String detail) implements Finding {}

    private static boolean isGood(Finding finding) {
        return finding instanceof Found found && found.entry().answer().status() < SERVER_ERROR;
    }

    /** One question of one asker. */
    private final class Asking {

        private final HotMethod method;
        private final Question question;
        private final HotKey shared;

        Asking(HotMethod method, Question question) {
            this.method = method;
            this.question = question;
            this.shared = new HotKey(question, false);
        }

        Finding answer() {
            Optional<Caller> caller = question.caller();
            if (method.personal(caller)) {
                return ownOrShared();
            }
            return method.varies() && caller.isPresent() ? entitled(classes.of(caller.get())) : kept(shared);
        }

        /**
         * The asker's own answer; where the service fails, what is in memory for those whom it does not know, or what stands in for
         * it.
         */
        private Finding ownOrShared() {
            Finding own = own();
            if (isGood(own)) {
                return own;
            }
            Finding last = lastGood(shared);
            if (last != null) {
                return last;
            }
            return method.substituted() ? kept(shared) : own;
        }

        /**
         * The shared answer comes first: who has paid for something loses nothing of what others have. Only what is not the same for
         * all is asked for anew; where that fails, it is the others' answer.
         */
        private Finding entitled(EntitlementClass entitlement) {
            HotKey full = new HotKey(question, true);
            Finding known = entitlement == EntitlementClass.FULL ? inMemory(full) : null;
            if (known != null) {
                return known;
            }
            Finding others = kept(shared);
            if (entitlement == EntitlementClass.PREVIEW
                    || others instanceof Found found && found.entry().isForAll()) {
                return others;
            }
            Finding own = entitlement == EntitlementClass.FULL ? kept(full) : own();
            return !isGood(own)
                            && others instanceof Found found
                            && !found.entry().isProblem()
                    ? new Found(found.entry(), Use.DEGRADED)
                    : own;
        }

        private Finding own() {
            return new Found(loads.askForOne(method, shared, question).entry(), Use.FRESH);
        }

        /** From memory, or from a call; one that a purge overtakes is made again, for as long as one call might have taken. */
        private Finding kept(HotKey key) {
            long end = System.nanoTime() + method.deadline().toNanos();
            do {
                Finding found = inMemory(key);
                if (found == null) {
                    found = byCall(key);
                }
                if (found != null) {
                    return found;
                }
            } while (System.nanoTime() - end < 0);
            return new Refused(PlatformReason.OVERLOADED, "The answer keeps changing, try again");
        }

        private @Nullable Finding inMemory(HotKey key) {
            HotEntry entry = store.find(key);
            if (entry == null) {
                return null;
            }
            Use use = entry.use(store.now(), store.overtaken(entry), method.lifetimes());
            if (use == Use.NONE) {
                return null;
            }
            if (use != Use.FRESH || entry.early(store.now(), method.lifetimes())) {
                refreshWhenDue(method, entry, use, question);
            }
            return new Found(entry, use);
        }

        /** Null when a purge has overtaken the call. */
        private @Nullable Finding byCall(HotKey key) {
            HotEntry seen = store.find(key);
            Landing landing =
                    flights.join(key, method.deadline().plus(GRACE), () -> loads.ask(method, key, question, seen));
            if (!landing.own()) {
                method.metrics().coalesced();
            }
            Load load = landing.load();
            if (load == null) {
                Finding last = lastGood(key);
                return last != null ? last : refused(landing.refusal());
            }
            if (load.kind() == Kind.PRIVATE && !landing.own()) {
                load = loads.ask(method, key, question, seen);
            }
            if (load.kind() == Kind.FAILURE) {
                Finding last = lastGood(key);
                if (last != null) {
                    return last;
                }
            }
            return load.verdict() == Verdict.PURGED || store.judge(load.entry()) == Verdict.PURGED
                    ? null
                    : new Found(load.entry(), Use.FRESH);
        }

        private @Nullable Finding lastGood(HotKey key) {
            HotEntry last = store.find(key);
            if (last == null || !last.goodOnError(store.now(), method.lifetimes())) {
                return null;
            }
            HotEntry marked = loads.failed(method, key, question);
            return new Found(marked == null ? last : marked, Use.DEGRADED);
        }
    }

    private static Refused refused(Flights.@Nullable Refusal refusal) {
        return refusal == Flights.Refusal.TOO_LATE
                ? new Refused(PlatformReason.DEADLINE_EXCEEDED, "The answer takes too long, try again")
                : new Refused(PlatformReason.OVERLOADED, "Too many wait for this answer already, try again");
    }
}
