package news.platform.gateway.hot;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ThreadLocalRandom;
import news.platform.gateway.problem.TraceIds;
import org.jspecify.annotations.Nullable;

/**
 * Gives every answer from memory a trace id and a few of them a span. The caller's own trace is continued, and recorded when
 * the caller says so; otherwise a share of the answers is. Thread-safe.
 */
final class HotTrace {

    private static final int W3C_LENGTH = 55;
    private static final int W3C_TRACE_ID = 3;
    private static final int TRACE_ID_LENGTH = 32;

    private final Propagator propagator;
    private final double share;

    HotTrace(Propagator propagator, double share) {
        this.propagator = propagator;
        this.share = share;
    }

    /** A span where this request is to be recorded; to be ended. */
    @Nullable
    Span begin(HttpServletRequest request, String template) {
        String traceparent = request.getHeader("traceparent");
        if (traceparent != null) {
            return traceparent.length() >= W3C_LENGTH && (hex(traceparent.charAt(W3C_LENGTH - 1)) & 1) == 1
                    ? span(propagator.extract(request, HttpServletRequest::getHeader), request, template)
                    : null;
        }
        if (share > 0 && ThreadLocalRandom.current().nextDouble() < share) {
            return span(propagator.extract("1", (one, name) -> name.equals("b3") ? one : null), request, template);
        }
        return null;
    }

    /** The span's trace id; without one the caller's, else a new one. */
    static String traceId(@Nullable Span span, HttpServletRequest request) {
        if (span != null && !span.context().traceId().isEmpty()) {
            return span.context().traceId();
        }
        String traceparent = request.getHeader("traceparent");
        if (traceparent != null && traceparent.length() >= W3C_LENGTH && isHex(traceparent)) {
            return traceparent.substring(W3C_TRACE_ID, W3C_TRACE_ID + TRACE_ID_LENGTH);
        }
        return TraceIds.fresh();
    }

    private static Span span(Span.Builder builder, HttpServletRequest request, String template) {
        return builder.name("http get " + template)
                .kind(Span.Kind.SERVER)
                .tag("method", request.getMethod())
                .tag("uri", template)
                .tag("hot", "true")
                .start();
    }

    private static boolean isHex(String traceparent) {
        for (int i = W3C_TRACE_ID; i < W3C_TRACE_ID + TRACE_ID_LENGTH; i++) {
            if (hex(traceparent.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int hex(char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
}
