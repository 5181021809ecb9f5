package news.platform.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import news.platform.gateway.problem.Problem;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;

/** What a client is willing to take. */
final class Accepted {

    private Accepted() {}

    /** Refuses with 406 where the client takes everything but this type. */
    static void require(HttpServletRequest request, String type) {
        var accept = request.getHeader("Accept");
        if (accept == null || accept.contains("*/*") || accept.contains(type)) {
            return;
        }
        var wanted = MediaType.parseMediaType(type);
        try {
            var types = MediaType.parseMediaTypes(accept);
            if (!types.isEmpty() && types.stream().noneMatch(one -> one.includes(wanted))) {
                throw Problem.of(406, "NOT_ACCEPTABLE", "The answer is %s.".formatted(type))
                        .asException();
            }
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            throw Problem.field("Accept", "is no list of media types").asException();
        }
    }

    /** Whether gzip is welcome; the more exact of "gzip" and "*" counts. */
    static boolean gzip(HttpServletRequest request) {
        var header = request.getHeader("Accept-Encoding");
        if (header == null) {
            return false;
        }
        boolean any = false;
        for (var part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            int semicolon = part.indexOf(';');
            var name = (semicolon < 0 ? part : part.substring(0, semicolon)).strip();
            boolean wanted = semicolon < 0 || !isZero(part.substring(semicolon + 1));
            if (name.equals("gzip")) {
                return wanted;
            }
            any |= name.equals("*") && wanted;
        }
        return any;
    }

    private static boolean isZero(String parameter) {
        var value = parameter.replace(" ", "");
        return value.startsWith("q=0") && value.chars().skip(2).allMatch(c -> c == '0' || c == '.');
    }
}
