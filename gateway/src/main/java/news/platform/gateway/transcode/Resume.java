package news.platform.gateway.transcode;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.transcode.query.PercentCoding;

/**
 * From where a client of a stream goes on.
 *
 * @param lastEventId empty for the beginning; the header, which browsers send, counts before the parameter
 * @param query without the parameter
 */
record Resume(String lastEventId, String query) {

    private static final String PARAMETER = "lastEventId=";

    static Resume of(HttpServletRequest http) {
        var raw = Objects.requireNonNullElse(http.getQueryString(), "");
        var header = http.getHeader("Last-Event-ID");
        var id = header != null ? header : parameter(raw);
        var rest = Arrays.stream(raw.split("&", -1))
                .filter(pair -> !pair.startsWith(PARAMETER))
                .collect(Collectors.joining("&"));
        return new Resume(id, rest);
    }

    private static String parameter(String query) {
        for (var pair : query.split("&", -1)) {
            if (pair.startsWith(PARAMETER)) {
                var value = PercentCoding.query(pair.substring(PARAMETER.length()));
                if (value == null) {
                    throw Problem.field("lastEventId", "is not UTF-8 or holds a broken escape")
                            .asException();
                }
                return value;
            }
        }
        return "";
    }
}
