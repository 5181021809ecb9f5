package news.platform.gateway.hot;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.ThreadLocalRandom;
import news.platform.gateway.problem.TraceIds;
import news.platform.gateway.request.RequestHeader;
import news.platform.gateway.tracing.SamplingTrust;
import org.jspecify.annotations.Nullable;

/**
 * Gives every answer from memory a trace id and a few of them a span. The caller's own trace is continued, and recorded when
 * the caller says so and may; otherwise a share of the answers is. Thread-safe.
 */
final class HotTrace {

    private final Propagator propagator;
    private final SamplingTrust trust;
    private final double share;

    HotTrace(Propagator propagator, SamplingTrust trust, double share) {
        this.propagator = propagator;
        this.trust = trust;
        this.share = share;
    }

    /** A span where this request is to be recorded; to be ended. */
    @Nullable
    Span begin(@Nullable ClientTrace client, HttpServletRequest request, String template) {
        if (client != null && trust.mayForce(request)) {
            return client.recorded()
                    ? span(propagator.extract(request, RequestHeader::ofTrace), request, template)
                    : null;
        }
        if (share > 0 && ThreadLocalRandom.current().nextDouble() < share) {
            String b3 = client == null || client.id() == null ? "1" : client.id() + "-" + client.span() + "-1";
            return span(propagator.extract(b3, (one, name) -> name.equals("b3") ? one : null), request, template);
        }
        return null;
    }

    /** The span's trace id; without one the caller's, else a new one. */
    static String traceId(@Nullable Span span, @Nullable ClientTrace client) {
        if (span != null && !span.context().traceId().isEmpty()) {
            return span.context().traceId();
        }
        String id = client == null ? null : client.id();
        return id == null ? TraceIds.fresh() : id;
    }

    /** What became of it; nothing where there is no span. */
    static void end(@Nullable Span span, HttpServletResponse response) {
        if (span != null) {
            span.tag("status", Integer.toString(response.getStatus())).end();
        }
    }

    private static Span span(Span.Builder builder, HttpServletRequest request, String template) {
        return builder.name("http " + (request.getMethod().equals("POST") ? "post " : "get ") + template)
                .kind(Span.Kind.SERVER)
                .tag("method", request.getMethod())
                .tag("uri", template)
                .tag("hot", "true")
                .start();
    }
}
