package news.platform.entitlement.right;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is open for a time.
 *
 * @param from the first instant at which it is open
 * @param until the first at which it is not; null: it stays open
 */
public record Right(Scope scope, Instant from, @Nullable Instant until) {
    /** Whether it is open then. */
    public boolean opens(Instant time) {
        return !time.isBefore(from) && !isOver(time);
    }

    boolean isOver(Instant time) {
        return until != null && !time.isBefore(until);
    }

    /** Whether the other, which begins no sooner, begins before this ends, or just then. */
    boolean reaches(Right later) {
        return scope.equals(later.scope) && (until == null || !later.from.isAfter(until));
    }

    Right joined(Right later) {
        var end = until == null || later.until == null ? null : until.isAfter(later.until) ? until : later.until;
        return new Right(scope, from, end);
    }
}
