package news.platform.gateway.hot;

import io.micrometer.tracing.Span;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import news.platform.edge.v1.Rate;
import news.platform.error.v1.PlatformReason;
import news.platform.gateway.guard.Admission;
import news.platform.gateway.guard.Allowance;
import news.platform.gateway.guard.ClientAddresses;
import news.platform.gateway.guard.RateLimits;
import news.platform.gateway.guard.TokenGuard;
import news.platform.gateway.header.Headers;
import news.platform.gateway.hot.memory.HotEntry;
import news.platform.gateway.hot.memory.HotEntry.Use;
import news.platform.gateway.hot.memory.HotStore;
import news.platform.gateway.hot.method.EntitlementClasses;
import news.platform.gateway.hot.method.HotMethod;
import news.platform.gateway.hot.method.HotMethods;
import news.platform.gateway.hot.method.HotMetrics.Outcome;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.problem.ProblemException;
import news.platform.gateway.problem.ProblemWriter;
import news.platform.gateway.problem.TraceIds;
import news.platform.gateway.request.Accepted;
import news.platform.gateway.request.RequestHeader;
import news.platform.security.Caller;

/**
 * Answers from memory before anything else of the chain is touched. What every request owes is paid here too: token, rate
 * limit, admission, metrics, log, trace. Whatever is not plain goes on to the ordinary chain, which knows everything.
 */
final class HotFilter implements Filter {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    /** What stands before the answer. */
    record Guards(
            TokenGuard tokens,
            EntitlementClasses classes,
            ClientAddresses addresses,
            RateLimits limits,
            Admission admission) {

        /** False when the client has asked too much and has been told so. */
        boolean pay(
                Rate rate,
                Optional<Caller> caller,
                String address,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            Allowance allowance = limits.take(rate, caller.orElse(null), address);
            allowance.writeTo(Headers.of(request, response));
            if (!allowance.allowed()) {
                ProblemWriter.write(
                        request, response, Problem.of(PlatformReason.RATE_LIMITED, "Too many requests for now."));
            }
            return allowance.allowed();
        }
    }

    /** What is noted about it. */
    record Notes(HotTrace trace, AccessLog log) {}

    private final Targets targets;
    private final HotMethods methods;
    private final HotStore store;
    private final HotCache cache;
    private final HotWriter writer;
    private final Guards guards;
    private final Notes notes;

    HotFilter(Targets targets, Memory memory, HotCache cache, Guards guards, Notes notes) {
        this.targets = targets;
        this.methods = memory.methods();
        this.store = memory.store();
        this.writer = memory.writer();
        this.cache = cache;
        this.guards = guards;
        this.notes = notes;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && isPlainRead(http)
                && answered(http, answer))) {
            chain.doFilter(request, response);
        }
    }

    /** A read without anything that only the ordinary chain understands: a foreign origin, a condition to update by, a body. */
    private static boolean isPlainRead(HttpServletRequest request) {
        String method = request.getMethod();
        return (method.equals("GET") || method.equals("HEAD"))
                && request.getContentLengthLong() <= 0
                && !RequestHeader.ORIGIN.isIn(request)
                && !RequestHeader.IF_MATCH.isIn(request)
                && !RequestHeader.TRANSFER_ENCODING.isIn(request);
    }

    private boolean answered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long start = store.now();
        Target target = targets.find(request.getRequestURI(), request.getQueryString());
        HotMethod method = target == null ? null : methods.of(target.method());
        if (target == null
                || method == null
                || !Accepted.clearly(RequestHeader.ACCEPT.first(request), method.produces())) {
            return false;
        }
        String authorization = RequestHeader.AUTHORIZATION.first(request);
        Optional<Caller> caller =
                authorization == null ? Optional.empty() : guards.tokens().remembered(authorization);
        if (authorization != null && caller.isEmpty()) {
            return false;
        }
        if (method.personal(caller)) {
            return false;
        }
        HotEntry entry = store.find(target.shared());
        if (method.varies() && caller.isPresent() && (entry == null || !entry.isForAll())) {
            // what is the same for all came first: here it is not
            switch (guards.classes().of(caller.get())) {
                case PREVIEW -> {}
                case FULL -> entry = store.find(target.full());
                case PERSONAL -> entry = null;
            }
        }
        Use use = entry == null ? Use.NONE : entry.use(start, store.overtaken(entry), method.lifetimes());
        if (entry == null || use == Use.NONE) {
            return false;
        }
        if (use != Use.FRESH || entry.early(start, method.lifetimes())) {
            cache.refreshWhenDue(method, entry, use, target.question(caller));
        }
        serve(new Hit(target, new Reply(method, entry, use, authorization != null), caller, start), request, response);
        return true;
    }

    private record Hit(Target target, Reply reply, Optional<Caller> caller, long start) {}

    private void serve(Hit hit, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HotMethod method = hit.reply().method();
        ClientTrace client = ClientTrace.of(request);
        Span span = notes.trace().begin(client, request, hit.target().template());
        Headers.of(request, response).add(TraceIds.HEADER, HotTrace.traceId(span, client));
        Outcome outcome = Outcome.REFUSED;
        try {
            if (guards.admission().enterHot(method.policy().priority())) {
                try {
                    String address = guards.addresses().of(request);
                    outcome = guards.pay(method.policy().rate(), hit.caller(), address, request, response)
                            ? writer.write(hit.reply(), request, response)
                            : Outcome.LIMITED;
                } finally {
                    guards.admission().leaveHot();
                }
            } else {
                refuse(request, response);
            }
        } catch (ProblemException e) {
            ProblemWriter.write(request, response, e.problem());
        } finally {
            long took = store.now() - hit.start();
            method.metrics().served(outcome, took);
            notes.log().sample(request, response, hit.target(), outcome, took);
            HotTrace.end(span, response);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Problem.of(PlatformReason.OVERLOADED, "Too many requests at once for now.");
        ProblemWriter.write(request, response, problem.retryAfter(TRY_AGAIN));
    }
}
