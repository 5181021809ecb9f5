package news.platform.gateway.transcode;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.request.RequestHeader;
import news.platform.gateway.transcode.query.PercentCoding;

/**
 * From where a client of a stream goes on.
 *
 * @param lastEventId empty for the beginning; the header, which browsers send, counts before the parameter
 * @param query without the parameter
 */
record Resume(String lastEventId, String query) {

    /** The second is what a list that the stream continues calls it. */
    private static final List<String> PARAMETERS = List.of("lastEventId", "streamPosition");

    static Resume of(HttpServletRequest http) {
        var raw = Objects.requireNonNullElse(http.getQueryString(), "");
        var id = header(http).orElseGet(() -> parameter(raw));
        var rest = Arrays.stream(raw.split("&", -1))
                .filter(pair -> !PARAMETERS.contains(name(pair)))
                .collect(Collectors.joining("&"));
        return new Resume(id, rest);
    }

    /** Browsers send it in UTF-8. */
    private static Optional<String> header(HttpServletRequest http) {
        var value = RequestHeader.LAST_EVENT_ID.first(http);
        if (value == null) {
            return Optional.empty();
        }
        var id = PercentCoding.utf8(value.getBytes(StandardCharsets.ISO_8859_1));
        if (id == null || id.chars().anyMatch(Character::isISOControl)) {
            throw RequestHeader.LAST_EVENT_ID.refuse("must be UTF-8 without control characters");
        }
        return Optional.of(id);
    }

    private static String parameter(String query) {
        for (var pair : query.split("&", -1)) {
            if (PARAMETERS.contains(name(pair))) {
                var value = PercentCoding.query(pair.substring(name(pair).length() + 1));
                if (value == null) {
                    throw Problem.field(name(pair), "is not UTF-8 or holds a broken escape")
                            .asException();
                }
                return value;
            }
        }
        return "";
    }

    /** Empty where the pair has no value. */
    private static String name(String pair) {
        return pair.substring(0, Math.max(0, pair.indexOf('=')));
    }
}
