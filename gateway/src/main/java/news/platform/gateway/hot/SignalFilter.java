package news.platform.gateway.hot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Span;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import news.platform.edge.v1.Access;
import news.platform.gateway.contract.Method;
import news.platform.gateway.header.Headers;
import news.platform.gateway.problem.ProblemException;
import news.platform.gateway.problem.ProblemWriter;
import news.platform.gateway.problem.TraceIds;
import news.platform.gateway.request.Accepted;
import news.platform.gateway.request.RequestHeader;
import news.platform.gateway.route.Match;
import news.platform.gateway.route.RequestMatches;
import news.platform.gateway.signal.EdgeSignals;
import news.platform.gateway.transcode.RequestReader;
import news.platform.security.Caller;
import org.springframework.web.filter.CorsFilter;

/**
 * Takes signals before anything else of the chain is touched: a view must not cost ten reads. What every request owes is paid
 * here too: origin, token, rate limit, size and kind of the body, the rules of its fields, metrics, trace. Whatever is not plain
 * goes on to the ordinary chain, which knows everything. By the rules of the contract a signal has no idempotency key, and it
 * takes no place of calls, since it makes none.
 */
final class SignalFilter implements Filter {

    /** How a signal is read and where it goes. */
    record Signalling(RequestMatches matches, RequestReader reader, EdgeSignals signals, CorsFilter cors) {}

    /** A signal from somebody of whom nothing must be asked first. */
    private record Sent(
            Match.Found found, Optional<Caller> caller, HttpServletRequest request, HttpServletResponse response) {}

    /** What is counted together. */
    private record Counted(Method method, int status) {}

    private final Signalling signalling;
    private final HotFilter.Guards guards;
    private final HotTrace trace;
    private final MeterRegistry meters;
    private final Map<Counted, Timer> timers = new ConcurrentHashMap<>();

    SignalFilter(Signalling signalling, HotFilter.Guards guards, HotTrace trace, MeterRegistry meters) {
        this.signalling = signalling;
        this.guards = guards;
        this.trace = trace;
        this.meters = meters;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Sent> sent =
                request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer
                        ? plain(http, answer)
                        : Optional.empty();
        if (sent.isPresent()) {
            serve(sent.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Sent> plain(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals("POST")
                || !(signalling.matches().of(request) instanceof Match.Found found)
                || !found.method().policy().signal()
                || !Accepted.clearly(
                        RequestHeader.ACCEPT.first(request), found.method().produces())) {
            return Optional.empty();
        }
        Access access = found.method().policy().access();
        String authorization = RequestHeader.AUTHORIZATION.first(request);
        if (authorization == null) {
            return access == Access.ACCESS_PUBLIC || access == Access.ACCESS_OPTIONAL
                    ? Optional.of(new Sent(found, Optional.empty(), request, response))
                    : Optional.empty();
        }
        return access == Access.ACCESS_OPTIONAL || access == Access.ACCESS_USER
                ? guards.tokens()
                        .remembered(authorization)
                        .map(caller -> new Sent(found, Optional.of(caller), request, response))
                : Optional.empty();
    }

    private void serve(Sent sent) throws IOException, ServletException {
        long start = System.nanoTime();
        HttpServletRequest request = sent.request();
        HttpServletResponse response = sent.response();
        ClientTrace client = ClientTrace.of(request);
        Span span =
                trace.begin(client, request, sent.found().binding().template().text());
        Headers.of(request, response).add(TraceIds.HEADER, HotTrace.traceId(span, client));
        try {
            if (RequestHeader.ORIGIN.isIn(request)) {
                signalling.cors().doFilter(request, response, (_, _) -> take(sent));
            } else {
                take(sent);
            }
        } finally {
            timer(new Counted(sent.found().method(), response.getStatus()))
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            HotTrace.end(span, response);
        }
    }

    private void take(Sent sent) throws IOException {
        HttpServletRequest request = sent.request();
        HttpServletResponse response = sent.response();
        Match.Found found = sent.found();
        try {
            String address = guards.addresses().of(request);
            if (guards.pay(found.method().policy().rate(), sent.caller(), address, request, response)) {
                var event = signalling
                        .reader()
                        .read(found.method(), found.binding(), found.values(), request)
                        .request();
                signalling.signals().take(event, sent.caller(), address, request, response);
            }
        } catch (ProblemException e) {
            ProblemWriter.write(request, response, e.problem());
        }
    }

    private Timer timer(Counted counted) {
        return timers.computeIfAbsent(counted, _ -> Timer.builder("news.gateway.signal")
                .description("Signals taken, or refused, before the chain")
                .tag("method", counted.method().name())
                .tag("status", Integer.toString(counted.status()))
                .register(meters));
    }
}
