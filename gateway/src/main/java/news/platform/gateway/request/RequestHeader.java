package news.platform.gateway.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import news.platform.gateway.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Every request header that the edge reads of its own accord; nowhere else is one read. Clients send any byte in any of them, each byte comes as
 * one Latin-1 character. What only advises is used as far as it can be read, what decides something and cannot be read is
 * refused with a 400 that names the header, and what is not here is not looked at.
 */
public enum RequestHeader {
    ACCEPT("Accept"),
    ACCEPT_ENCODING("Accept-Encoding"),
    AUTHORIZATION("Authorization"),
    B3("b3"),
    CONTENT_ENCODING("Content-Encoding"),
    CONTENT_TYPE("Content-Type"),
    HOST("Host"),
    IDEMPOTENCY_KEY("Idempotency-Key"),
    IF_MATCH("If-Match"),
    IF_MODIFIED_SINCE("If-Modified-Since"),
    IF_NONE_MATCH("If-None-Match"),
    LAST_EVENT_ID("Last-Event-ID"),
    ORIGIN("Origin"),
    TRACEPARENT("traceparent"),
    TRANSFER_ENCODING("Transfer-Encoding"),
    USER_AGENT("User-Agent"),
    X_B3_FLAGS("X-B3-Flags"),
    X_B3_SAMPLED("X-B3-Sampled"),
    X_B3_SPAN_ID("X-B3-SpanId"),
    X_B3_TRACE_ID("X-B3-TraceId"),
    X_FORWARDED_FOR("X-Forwarded-For"),
    X_FORWARDED_PROTO("X-Forwarded-Proto");

    private final String headerName;

    RequestHeader(String headerName) {
        this.headerName = headerName;
    }

    /** As it is written. */
    public String headerName() {
        return headerName;
    }

    /** Whether there is a line of it. */
    public boolean isIn(HttpServletRequest request) {
        return request.getHeader(headerName) != null;
    }

    /** The first line, null where there is none. Costs nothing but the search. */
    public @Nullable String first(HttpServletRequest request) {
        return request.getHeader(headerName);
    }

    /** The only line, null where there is none; several are refused. */
    public @Nullable String only(HttpServletRequest request) {
        var lines = request.getHeaders(headerName);
        if (!lines.hasMoreElements()) {
            return null;
        }
        var value = lines.nextElement();
        if (lines.hasMoreElements()) {
            throw refuse("stands here twice");
        }
        return value;
    }

    /** All lines as the one list that they are by RFC 9110, null where there is none. */
    public @Nullable String list(HttpServletRequest request) {
        var lines = request.getHeaders(headerName);
        if (!lines.hasMoreElements()) {
            return null;
        }
        var first = lines.nextElement();
        if (!lines.hasMoreElements()) {
            return first;
        }
        var all = new StringBuilder(first);
        lines.asIterator().forEachRemaining(line -> all.append(", ").append(line));
        return all.toString();
    }

    /** The only line, of 1 to {@code maxLength} visible ASCII characters; empty where there is none, else refused. */
    public Optional<String> visible(HttpServletRequest request, int maxLength) {
        var value = only(request);
        if (value == null) {
            return Optional.empty();
        }
        if (value.isEmpty() || value.length() > maxLength || !value.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw refuse("must be 1 to %d visible ASCII characters".formatted(maxLength));
        }
        return Optional.of(value);
    }

    /** The first line cut to the length, with a question mark for all that is not printable ASCII; null for none. */
    public @Nullable String cleaned(HttpServletRequest request, int maxLength) {
        var value = request.getHeader(headerName);
        if (value == null) {
            return null;
        }
        var cleaned = new StringBuilder(Math.min(value.length(), maxLength));
        value.chars().limit(maxLength).forEach(c -> cleaned.append(c >= ' ' && c <= '~' ? (char) c : '?'));
        return cleaned.toString();
    }

    /** The refusal that names the header: 400. */
    public RuntimeException refuse(String message) {
        return Problem.field(headerName, message).asException();
    }

    /** The lines of a header that a method's policy names: what signs a body. */
    public static List<String> ofContract(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

    /** For the tracing library, which knows the names of its headers itself. */
    public static @Nullable String ofTrace(HttpServletRequest request, String name) {
        return request.getHeader(name);
    }
}
