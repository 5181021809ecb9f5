package news.platform.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that is open to a user for a time.
 *
 * @param opens what: {@link #EVERYTHING}, or in the words of the service that has it; empty where it is not known what
 * @param from the first instant at which it is open; null: it was already open when this was told
 * @param until the first at which it is not; null: it stays open
 */
public record Right(
        Set<String> opens, @Nullable Instant from, @Nullable Instant until) {
    /** Opens all that is paid for. */
    public static final String EVERYTHING = "everything";

    public Right {
        opens = Set.copyOf(opens);
    }

    /** Whether it is open then. */
    public boolean isOpen(Instant time) {
        return (from == null || !time.isBefore(from)) && (until == null || time.isBefore(until));
    }

    /** Whether it opens all that is paid for. */
    public boolean everything() {
        return opens.contains(EVERYTHING);
    }

    boolean changes(Instant start, Instant end) {
        return isWithin(from, start, end) || isWithin(until, start, end);
    }

    private static boolean isWithin(@Nullable Instant time, Instant start, Instant end) {
        return time != null && !time.isBefore(start) && !time.isAfter(end);
    }

    /** Whether it is open at some time from the first to the second. */
    boolean concerns(Instant start, Instant end) {
        return (from == null || from.isBefore(end)) && (until == null || until.isAfter(start));
    }
}
