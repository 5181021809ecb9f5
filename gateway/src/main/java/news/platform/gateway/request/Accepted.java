package news.platform.gateway.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import news.platform.gateway.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;

/** What a client is willing to take. */
public final class Accepted {

    private static final String ANYTHING = "*/*";
    private static final Comparator<MediaType> EXACTNESS =
            Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype);

    private Accepted() {}

    /** Whether the line certainly takes one of these types, seen without reading all of it; null stands for no line. */
    public static boolean clearly(@Nullable String accept, List<String> types) {
        if (accept == null) {
            return true;
        }
        boolean named = accept.contains(ANYTHING);
        for (int i = 0; i < types.size() && !named; i++) {
            named = accept.contains(types.get(i));
        }
        return named && !forbids(accept);
    }

    /** Refuses with 406 where the client takes everything but these types. */
    public static void require(HttpServletRequest request, List<String> types) {
        if (clearly(RequestHeader.ACCEPT.first(request), types)) {
            return;
        }
        var accepted = types(RequestHeader.ACCEPT.list(request));
        if (!accepted.isEmpty() && types.stream().noneMatch(type -> takes(accepted, MediaType.parseMediaType(type)))) {
            throw Problem.of(406, "NOT_ACCEPTABLE", "The answer is %s.".formatted(String.join(" or ", types)))
                    .asException();
        }
    }

    private static boolean takes(List<MediaType> accepted, MediaType type) {
        return accepted.stream()
                .filter(one -> one.includes(type))
                .min(EXACTNESS)
                .filter(one -> one.getQualityValue() > 0)
                .isPresent();
    }

    private static List<MediaType> types(@Nullable String accept) {
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            throw RequestHeader.ACCEPT.refuse("is no list of media types");
        }
    }

    /** Whether gzip is welcome; the more exact of "gzip" and "*" counts. */
    public static boolean gzip(HttpServletRequest request) {
        var header = RequestHeader.ACCEPT_ENCODING.list(request);
        if (header == null) {
            return false;
        }
        boolean any = false;
        for (var part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            int semicolon = part.indexOf(';');
            var name = (semicolon < 0 ? part : part.substring(0, semicolon)).strip();
            boolean wanted = semicolon < 0 || !forbids(part.replace(" ", ""));
            if (name.equals("gzip")) {
                return wanted;
            }
            any |= name.equals("*") && wanted;
        }
        return any;
    }

    /** Whether a weight is zero: q=0, q=0.0 … */
    private static boolean forbids(String list) {
        for (int at = list.indexOf("q=0"); at >= 0; at = list.indexOf("q=0", at + 1)) {
            int end = at + 3;
            while (end < list.length() && (list.charAt(end) == '0' || list.charAt(end) == '.')) {
                end++;
            }
            if (end == list.length() || list.charAt(end) < '1' || list.charAt(end) > '9') {
                return true;
            }
        }
        return false;
    }
}
