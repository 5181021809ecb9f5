package news.platform.gateway.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.platform.error.v1.PlatformReason;
import news.platform.gateway.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * If-Match and If-None-Match (RFC 9110, 13): both are lists, on one line or several; what is malformed is refused with 400. And
 * If-Modified-Since, which only advises.
 */
public final class Conditions {

    private Conditions() {}

    /**
     * Whether a read need not send its answer, because the client has it: If-None-Match, compared weakly; where there is none,
     * If-Modified-Since, if it is the very time that the answer says: what is withdrawn can take it back. Refuses with 412 where
     * If-Match, compared strongly, does not name the tag.
     *
     * @param tag of the answer as it would be sent, strong, with its quotes
     * @param lastModified what the answer says as Last-Modified; null for nothing
     */
    public static boolean notModified(HttpServletRequest request, String tag, @Nullable String lastModified) {
        if (RequestHeader.IF_MATCH.isIn(request) && !names(RequestHeader.IF_MATCH, request, tag, false)) {
            throw failed();
        }
        var first = RequestHeader.IF_NONE_MATCH.first(request);
        if (first == null) {
            return lastModified != null && lastModified.equals(RequestHeader.IF_MODIFIED_SINCE.first(request));
        }
        return first.equals(tag) || names(RequestHeader.IF_NONE_MATCH, request, tag, true);
    }

    /** The strong tags that If-Match names, without quotes; empty where there is no condition or any state will do. */
    public static Optional<List<String>> strongTags(HttpServletRequest request) {
        var list = RequestHeader.IF_MATCH.list(request);
        if (list == null) {
            return Optional.empty();
        }
        var scanner = new EntityTagScanner(RequestHeader.IF_MATCH, list);
        if (scanner.isAny()) {
            return Optional.empty();
        }
        var tags = new ArrayList<String>();
        while (scanner.next()) {
            if (!scanner.isWeak()) {
                tags.add(scanner.opaque());
            }
        }
        return Optional.of(tags);
    }

    /**
     * Refuses a change under If-None-Match, rather than make it whatever the state: what is to be changed is there, so {@code *}
     * does not hold (412); tags that it must not have, no service compares (400).
     */
    public static void requireNoneMatchAbsent(HttpServletRequest request) {
        var list = RequestHeader.IF_NONE_MATCH.list(request);
        if (list == null) {
            return;
        }
        throw new EntityTagScanner(RequestHeader.IF_NONE_MATCH, list).isAny()
                ? failed()
                : RequestHeader.IF_NONE_MATCH.refuse("names tags (expected of a change: If-Match, or none)");
    }

    /** The refusal of what has changed since: 412. */
    public static RuntimeException failed() {
        return Problem.of(
                        PlatformReason.ETAG_MISMATCH,
                        "If-Match does not name the current state, or If-None-Match does.")
                .asException();
    }

    private static boolean names(RequestHeader header, HttpServletRequest request, String tag, boolean weakly) {
        var list = header.list(request);
        if (list == null) {
            return false;
        }
        var scanner = new EntityTagScanner(header, list);
        if (scanner.isAny()) {
            return true;
        }
        boolean named = false;
        while (scanner.next()) {
            named |= (weakly || !scanner.isWeak()) && scanner.is(tag);
        }
        return named;
    }
}
