package news.platform.gateway.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import news.platform.gateway.header.HeaderLines;

/** What every answer says to browsers, wherever in the edge it is made. */
public final class SecurityHeaders {

    /** Name and value, the same for every answer of the API. */
    public static final List<Map.Entry<String, String>> PAIRS = List.of(
            Map.entry("X-Content-Type-Options", "nosniff"),
            Map.entry("X-Frame-Options", "DENY"),
            Map.entry("Referrer-Policy", "no-referrer"),
            Map.entry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            Map.entry("Cross-Origin-Resource-Policy", "cross-origin"),
            Map.entry("Strict-Transport-Security", "max-age=31536000; includeSubDomains"));

    /** The same, ready to be added. */
    public static final HeaderLines LINES = new HeaderLines(PAIRS);

    private SecurityHeaders() {}

    /** Sets them, whether they are there already or not. */
    public static void set(HttpServletResponse response) {
        for (var pair : PAIRS) {
            response.setHeader(pair.getKey(), pair.getValue());
        }
    }
}
