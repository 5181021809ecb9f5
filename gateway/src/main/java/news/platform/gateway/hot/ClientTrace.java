package news.platform.gateway.hot;

import jakarta.servlet.http.HttpServletRequest;
import news.platform.gateway.request.RequestHeader;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a client says its request belongs to, read as the ordinary chain reads it: traceparent before b3 before
 * X-B3-*.
 *
 * @param id 16 or 32 hexadecimal digits; null where the client only decides about recording
 * @param span 16 hexadecimal digits; null where there is no id
 * @param recorded whether the client wants it recorded
 */
record ClientTrace(@Nullable String id, @Nullable String span, boolean recorded) {

    private static final int SHORT = 16;
    private static final int LONG = 32;
    private static final int W3C_ID = 3;
    private static final int W3C_SPAN = W3C_ID + LONG + 1;
    private static final int W3C_FLAGS = W3C_SPAN + SHORT + 1;
    private static final int W3C_LENGTH = W3C_FLAGS + 2;

    /** Null where the client says nothing that can be read. */
    static @Nullable ClientTrace of(HttpServletRequest request) {
        String traceparent = RequestHeader.TRACEPARENT.first(request);
        ClientTrace w3c = traceparent == null ? null : w3c(traceparent);
        if (w3c != null) {
            return w3c;
        }
        String b3 = RequestHeader.B3.first(request);
        return b3 == null ? many(request) : single(b3);
    }

    private static @Nullable ClientTrace w3c(String text) {
        return text.length() >= W3C_LENGTH
                        && text.charAt(W3C_ID - 1) == '-'
                        && text.charAt(W3C_SPAN - 1) == '-'
                        && text.charAt(W3C_FLAGS - 1) == '-'
                        && isId(text, W3C_ID, W3C_SPAN - 1)
                        && isId(text, W3C_SPAN, W3C_FLAGS - 1)
                ? new ClientTrace(
                        id(text.substring(W3C_ID, W3C_SPAN - 1)),
                        text.substring(W3C_SPAN, W3C_FLAGS - 1),
                        (hex(text.charAt(W3C_LENGTH - 1)) & 1) == 1)
                : null;
    }

    /** {@code <trace>-<span>[-<recorded>[-<parent>]]}, or only the middle one of them. */
    private static @Nullable ClientTrace single(String text) {
        if (text.length() == 1) {
            return new ClientTrace(null, null, isYes(text.charAt(0)));
        }
        int dash = text.indexOf('-');
        int end = dash + 1 + SHORT;
        if ((dash != SHORT && dash != LONG)
                || text.length() < end
                || !isId(text, 0, dash)
                || !isId(text, dash + 1, end)) {
            return null;
        }
        boolean recorded = text.length() > end + 1 && isYes(text.charAt(end + 1));
        return new ClientTrace(id(text.substring(0, dash)), text.substring(dash + 1, end), recorded);
    }

    private static @Nullable ClientTrace many(HttpServletRequest request) {
        String id = RequestHeader.X_B3_TRACE_ID.first(request);
        String span = id == null ? null : RequestHeader.X_B3_SPAN_ID.first(request);
        if (id == null
                || span == null
                || (id.length() != SHORT && id.length() != LONG)
                || span.length() != SHORT
                || !isId(id, 0, id.length())
                || !isId(span, 0, SHORT)) {
            return null;
        }
        boolean recorded = "1".equals(RequestHeader.X_B3_SAMPLED.first(request))
                || "1".equals(RequestHeader.X_B3_FLAGS.first(request));
        return new ClientTrace(id(id), span, recorded);
    }

    /** A long id whose first half is zero is a short one. */
    private static String id(String text) {
        return text.length() == LONG && isZero(text, 0, SHORT) ? text.substring(SHORT) : text;
    }

    private static boolean isYes(char c) {
        return c == '1' || c == 'd';
    }

    private static boolean isId(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (hex(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !isZero(text, from, to);
    }

    private static boolean isZero(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static int hex(char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
}
