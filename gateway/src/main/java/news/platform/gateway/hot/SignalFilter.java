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
import news.platform.gateway.header.Headers;
import news.platform.gateway.problem.ProblemException;
import news.platform.gateway.problem.ProblemWriter;
import news.platform.gateway.problem.TraceIds;
import news.platform.gateway.request.Accepted;
import news.platform.gateway.request.RequestHeader;
import news.platform.gateway.route.Match;
import news.platform.gateway.route.Routes;
import news.platform.gateway.signal.EdgeSignals;
import news.platform.gateway.transcode.RequestReader;
import news.platform.security.Caller;
import org.springframework.web.filter.CorsFilter;

/**
 * Takes signals before anything else of the chain is touched: a view must not cost ten reads. What every request owes is paid
 * here too: origin, token, rate limit, the rules of its fields, metrics, trace. Whatever is not plain goes on to the
 * ordinary chain, which knows everything.
 */
final class SignalFilter implements Filter {

    /** How a signal is read and where it goes. */
    record Signalling(Routes routes, RequestReader reader, EdgeSignals signals, CorsFilter cors) {}

    /** A signal from somebody of whom nothing must be asked first. */
    private record Sent(Match.Found found, Optional<Caller> caller) {}

    private final Signalling signalling;
    private final HotFilter.Guards guards;
    private final HotTrace trace;
    private final MeterRegistry meters;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    SignalFilter(Signalling signalling, HotFilter.Guards guards, HotTrace trace, MeterRegistry meters) {
        this.signalling = signalling;
        this.guards = guards;
        this.trace = trace;
        this.meters = meters;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Sent sent = request instanceof HttpServletRequest http ? plain(http).orElse(null) : null;
        if (sent == null || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
        } else if (RequestHeader.ORIGIN.isIn((HttpServletRequest) request)) {
            signalling.cors().doFilter(request, response, (_, _) -> take(sent, (HttpServletRequest) request, answer));
        } else {
            take(sent, (HttpServletRequest) request, answer);
        }
    }

    private Optional<Sent> plain(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")
                || !Accepted.clearly(RequestHeader.ACCEPT.first(request), "application/json")
                || !(signalling.routes().match("POST", request.getRequestURI()) instanceof Match.Found found)
                || !found.method().policy().signal()) {
            return Optional.empty();
        }
        Access access = found.method().policy().access();
        String authorization = RequestHeader.AUTHORIZATION.first(request);
        if (authorization == null) {
            return access == Access.ACCESS_PUBLIC || access == Access.ACCESS_OPTIONAL
                    ? Optional.of(new Sent(found, Optional.empty()))
                    : Optional.empty();
        }
        return access == Access.ACCESS_OPTIONAL || access == Access.ACCESS_USER
                ? guards.tokens().remembered(authorization).map(caller -> new Sent(found, Optional.of(caller)))
                : Optional.empty();
    }

    private void take(Sent sent, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long start = System.nanoTime();
        Match.Found found = sent.found();
        ClientTrace client = ClientTrace.of(request);
        Span span = trace.begin(client, request, found.binding().template().text());
        Headers.of(request, response).add(TraceIds.HEADER, HotTrace.traceId(span, client));
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
        } finally {
            timer(found.method().name(), response.getStatus()).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            HotTrace.end(span, response);
        }
    }

    private Timer timer(String method, int status) {
        return timers.computeIfAbsent(method + " " + status, _ -> Timer.builder("news.gateway.signal")
                .description("Signals taken, or refused, before the chain")
                .tag("method", method)
                .tag("status", Integer.toString(status))
                .register(meters));
    }
}
