package news.platform.entitlement.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import news.platform.entitlement.right.Right;
import news.platform.entitlement.right.Scope;
import news.platform.persistence.page.TimeAndId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was granted to a user. What was granted never changes; it can be taken back, once.
 *
 * @param to the first instant at which it is over; null: it never is
 * @param source where it comes from, {@code staff} or what was paid, as {@code orders/{id}}
 * @param reason why, for administrators
 * @param grantedBy who did so
 * @param revocation null where it was not taken back
 */
record Grant(
        String id,
        String userId,
        Scope scope,
        Instant from,
        @Nullable Instant to,
        String source,
        String reason,
        String grantedBy,
        Instant createTime,
        @Nullable Revocation revocation) {
    /** The source of what administrators grant. */
    static final String STAFF = "staff";

    private static final Comparator<Grant> IN_A_ROW =
            Comparator.comparing(Grant::from).thenComparing(Grant::createTime).thenComparing(Grant::id);

    /** Who does what the service does by itself. */
    static final String SYSTEM = "system";

    /** How it stands. */
    enum State {
        SCHEDULED,
        ACTIVE,
        GRACE,
        EXPIRED,
        REVOKED
    }

    /** That it was taken back: when, by whom and why. */
    record Revocation(Instant time, String by, String reason) {}

    State state(Instant now, Duration grace) {
        if (revocation != null) {
            return State.REVOKED;
        }
        if (now.isBefore(from)) {
            return State.SCHEDULED;
        }
        if (to == null || now.isBefore(to)) {
            return State.ACTIVE;
        }
        return now.isBefore(to.plus(grace)) ? State.GRACE : State.EXPIRED;
    }

    /** What it opens, as long as it is not taken back. */
    Right right(Duration grace) {
        return new Right(scope, from, to == null ? null : to.plus(grace));
    }

    Grant revoked(Revocation revocation) {
        return new Grant(id, userId, scope, from, to, source, reason, grantedBy, createTime, revocation);
    }

    /**
     * Those of one scope that move up. What was bought of a scope stands in a row: each begins where the last before it ends. Where
     * something is taken back, what was bought behind it and has not begun moves up, and stays as long as it was. What administrators
     * granted stays where it is.
     *
     * @param granted of one user and one scope, neither over nor taken back
     */
    static List<Moved> movedUp(List<Grant> granted, Instant now) {
        var moved = new ArrayList<Moved>();
        var end = now;
        for (var grant : granted.stream().sorted(IN_A_ROW).toList()) {
            var to = grant.to;
            if (!grant.source.equals(STAFF) && grant.from.isAfter(end)) {
                to = to == null ? null : end.plus(Duration.between(grant.from, to));
                moved.add(new Moved(grant, end, to));
            }
            if (to == null) {
                break;
            }
            end = to.isAfter(end) ? to : end;
        }
        return moved;
    }

    /** A grant that moves up, and its new time. */
    record Moved(Grant grant, Instant from, @Nullable Instant to) {}

    /** Where it stands in its user's list. */
    TimeAndId place() {
        return new TimeAndId(createTime, id);
    }
}
