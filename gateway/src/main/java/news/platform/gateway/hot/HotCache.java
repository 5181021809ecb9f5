package news.platform.gateway.hot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
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
import news.platform.gateway.hot.method.HotMethod;
import news.platform.gateway.hot.method.HotMethods;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.problem.ProblemWriter;
import news.platform.security.EntitlementClasses;
import org.jspecify.annotations.Nullable;

/** Decides for each question whether memory answers it, somebody else's call or an own one. Thread-safe. */
final class HotCache implements AnswerCache {

    /** So that waiters get the caller's own verdict about the deadline, not theirs. */
    private static final Duration GRACE = Duration.ofMillis(250);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

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
        HotKey key = new HotKey(question, method.entitlement(classes, question.caller()));
        Exchange exchange = new Exchange(method, key, question, request, response);
        if (method.personal(question.caller())) {
            exchange.forOne();
            return;
        }
        // a call that a purge overtakes is made again, for as long as one call might have taken
        long end = System.nanoTime() + method.deadline().toNanos();
        do {
            if (exchange.fromMemory() || exchange.fromCall()) {
                return;
            }
        } while (System.nanoTime() - end < 0);
        exchange.refuse(PlatformReason.OVERLOADED, "The answer keeps changing, try again");
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

    private final class Exchange {

        private final HotMethod method;
        private final HotKey key;
        private final Question question;
        private final HttpServletRequest request;
        private final HttpServletResponse response;

        Exchange(
                HotMethod method,
                HotKey key,
                Question question,
                HttpServletRequest request,
                HttpServletResponse response) {
            this.method = method;
            this.key = key;
            this.question = question;
            this.request = request;
            this.response = response;
        }

        boolean fromMemory() throws IOException {
            HotEntry entry = store.find(key);
            if (entry == null) {
                return false;
            }
            Use use = entry.use(store.now(), store.overtaken(entry), method.lifetimes());
            if (use == Use.NONE) {
                return false;
            }
            if (use != Use.FRESH || entry.early(store.now(), method.lifetimes())) {
                refreshWhenDue(method, entry, use, question);
            }
            write(entry, use);
            return true;
        }

        /** False when a purge has overtaken the call. */
        boolean fromCall() throws IOException {
            HotEntry seen = store.find(key);
            Landing landing =
                    flights.join(key, method.deadline().plus(GRACE), () -> loads.ask(method, key, question, seen));
            if (!landing.own()) {
                method.metrics().coalesced();
            }
            Load load = landing.load();
            if (load == null) {
                return lastGood() || refuse(landing.refusal());
            }
            if (load.kind() == Kind.PRIVATE && !landing.own()) {
                load = loads.ask(method, key, question, seen);
            }
            if (load.kind() == Kind.FAILURE && lastGood()) {
                return true;
            }
            if (load.verdict() == Verdict.PURGED || store.judge(load.entry()) == Verdict.PURGED) {
                return false;
            }
            write(load.entry(), Use.FRESH);
            return true;
        }

        /** The asker's own answer; where the service fails, what is in memory for those whom it does not know. */
        void forOne() throws IOException {
            Load load = loads.askForOne(method, key, question);
            if (load.kind() != Kind.FAILURE || !lastGood()) {
                write(load.entry(), Use.FRESH);
            }
        }

        private boolean lastGood() throws IOException {
            HotEntry last = store.find(key);
            if (last == null || !last.goodOnError(store.now(), method.lifetimes())) {
                return false;
            }
            last.failed(store.now(), retryPause);
            write(last, Use.DEGRADED);
            return true;
        }

        private void write(HotEntry entry, Use use) throws IOException {
            writer.write(new Reply(method, entry, use, question.caller().isPresent()), request, response);
        }

        private boolean refuse(Flights.@Nullable Refusal refusal) throws IOException {
            return refusal == Flights.Refusal.TOO_LATE
                    ? refuse(PlatformReason.DEADLINE_EXCEEDED, "The answer takes too long, try again")
                    : refuse(PlatformReason.OVERLOADED, "Too many wait for this answer already, try again");
        }

        boolean refuse(PlatformReason reason, String detail) throws IOException {
            ProblemWriter.write(request, response, Problem.of(reason, detail).retryAfter(TRY_AGAIN));
            return true;
        }
    }
}
