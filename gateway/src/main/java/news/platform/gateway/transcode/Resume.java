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
 * @param name of the header or parameter that says so
 * @param lastEventId empty for the beginning; the header, which browsers send, counts before the parameter
 * @param query without the parameter
 */
record Resume(String name, String lastEventId, String query) {

    /** The second is what a list that the stream continues calls it. */
    private static final List<String> PARAMETERS = List.of("lastEventId", "streamPosition");

    static Resume of(HttpServletRequest http) {
        var raw = Objects.requireNonNullElse(http.getQueryString(), "");
        var pairs = Arrays.stream(raw.split("&", -1))
                .collect(Collectors.partitioningBy(pair -> PARAMETERS.contains(name(pair))));
        var rest = String.join("&", pairs.getOrDefault(false, List.of()));
        var parameter = parameter(pairs.getOrDefault(true, List.of()), rest);
        return header(http)
                .map(id -> new Resume(RequestHeader.LAST_EVENT_ID.headerName(), id, rest))
                .orElse(parameter);
    }

    /** Browsers send it in UTF-8. */
    private static Optional<String> header(HttpServletRequest http) {
        var value = RequestHeader.LAST_EVENT_ID.only(http);
        if (value == null) {
            return Optional.empty();
        }
        var id = PercentCoding.utf8(value.getBytes(StandardCharsets.ISO_8859_1));
        if (id == null || id.chars().anyMatch(Character::isISOControl)) {
            throw RequestHeader.LAST_EVENT_ID.refuse("must be UTF-8 without control characters");
        }
        return Optional.of(id);
    }

    private static Resume parameter(List<String> pairs, String rest) {
        if (pairs.isEmpty()) {
            return new Resume("", "", rest);
        }
        var name = name(pairs.getFirst());
        if (pairs.size() > 1) {
            throw Problem.field(name(pairs.getLast()), "stands here twice, or with " + name)
                    .asException();
        }
        var value = PercentCoding.query(pairs.getFirst().substring(name.length() + 1));
        if (value == null) {
            throw Problem.field(name, "is not UTF-8 or holds a broken escape").asException();
        }
        return new Resume(name, value, rest);
    }

    /** Empty where the pair has no value. */
    private static String name(String pair) {
        return pair.substring(0, Math.max(0, pair.indexOf('=')));
    }
}
