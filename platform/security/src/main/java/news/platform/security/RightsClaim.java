package news.platform.security;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says of its owner's rights: their version, when everything is open and when anything is, as far as that
 * lies within the token's life. Not what: a token is short however much somebody has bought.
 *
 * <pre>{@code "rights": {"version": 7, "everything": [[0, 1767225600]], "some": [[0]]}}</pre>
 *
 * A time is seconds since 1970, from and until; 0: it is open already; without an end: it stays open.
 */
public final class RightsClaim {
    /** The name of the claim. */
    public static final String NAME = "rights";

    private static final String VERSION = "version";
    private static final String EVERYTHING = "everything";
    private static final String SOME = "some";

    private RightsClaim() {}

    /** The claim of a token that is valid for a time. */
    public static Map<String, Object> of(Rights rights, Instant start, Instant end) {
        var claim = new LinkedHashMap<String, Object>();
        claim.put(VERSION, rights.version());
        claim.put(EVERYTHING, windows(rights.all().stream().filter(Right::everything), start, end));
        claim.put(SOME, windows(rights.all().stream().filter(right -> !right.everything()), start, end));
        return claim;
    }

    /**
     * What a claim says; what is not known by it is what is open beside everything.
     *
     * @throws IllegalArgumentException or ClassCastException where it is no such claim
     */
    public static Rights read(@Nullable Object claim) {
        if (claim == null) {
            return Rights.NONE;
        }
        Map<?, ?> said = (Map<?, ?>) claim;
        var rights = new ArrayList<Right>();
        read(said.get(EVERYTHING), Set.of(Right.EVERYTHING), rights);
        read(said.get(SOME), Set.of(), rights);
        if (!(said.get(VERSION) instanceof Number version)) {
            throw new IllegalArgumentException("rights: no version");
        }
        return new Rights(version.longValue(), rights);
    }

    /** Those that overlap or touch are one. */
    private static List<List<Long>> windows(Stream<Right> rights, Instant start, Instant end) {
        var windows = new ArrayList<List<Long>>();
        rights.filter(right -> right.concerns(start, end))
                .map(right -> window(right, start))
                .sorted(Comparator.comparing(List::getFirst))
                .forEach(window -> {
                    if (!windows.isEmpty() && reaches(windows.getLast(), window)) {
                        windows.add(joined(windows.removeLast(), window));
                    } else {
                        windows.add(window);
                    }
                });
        return windows;
    }

    private static List<Long> window(Right right, Instant start) {
        long from = right.from() == null || !right.from().isAfter(start)
                ? 0
                : right.from().getEpochSecond();
        // whole seconds: rather open for a moment more, in which the service is asked
        return right.until() == null
                ? List.of(from)
                : List.of(from, right.until().plusNanos(999_999_999).getEpochSecond());
    }

    private static boolean reaches(List<Long> window, List<Long> later) {
        return window.size() == 1 || later.getFirst() <= window.getLast();
    }

    private static List<Long> joined(List<Long> window, List<Long> later) {
        return window.size() == 1 || later.size() == 1
                ? List.of(window.getFirst())
                : List.of(window.getFirst(), Math.max(window.getLast(), later.getLast()));
    }

    private static void read(@Nullable Object windows, Set<String> opens, List<Right> rights) {
        for (Object window : windows == null ? List.of() : (List<?>) windows) {
            List<Instant> times = ((List<?>) window)
                    .stream()
                            .map(time -> Instant.ofEpochSecond(((Number) time).longValue()))
                            .toList();
            if (times.isEmpty() || times.size() > 2) {
                throw new IllegalArgumentException("rights: " + window + " (expected: from, or from and until)");
            }
            Instant from = times.getFirst();
            rights.add(new Right(
                    opens, from.equals(Instant.EPOCH) ? null : from, times.size() == 1 ? null : times.getLast()));
        }
    }
}
