package news.platform.entitlement.right;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What several grants open together. A scope is open while at least one of them opens it: those that overlap or touch are one
 * right, a gap between two stays a gap, and taking one back closes only what no other opens.
 *
 * @param all ordered by scope and time; those of one scope neither overlap nor touch
 */
public record Rights(List<Right> all) {
    private static final Comparator<Right> BY_SCOPE_AND_TIME =
            Comparator.comparing((Right right) -> right.scope().toString()).thenComparing(Right::from);

    /** The rights that are left, or begin, at this time, whatever the order and number of the given ones. */
    public static Rights of(Collection<Right> granted, Instant now) {
        var rights = new ArrayList<Right>();
        granted.stream()
                .filter(right -> !right.isOver(now))
                .sorted(BY_SCOPE_AND_TIME)
                .forEach(right -> {
                    if (!rights.isEmpty() && rights.getLast().reaches(right)) {
                        rights.add(rights.removeLast().joined(right));
                    } else {
                        rights.add(right);
                    }
                });
        return new Rights(List.copyOf(rights));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether this is open then. */
    public boolean open(Scope scope, Instant time) {
        return all.stream().anyMatch(right -> right.scope().equals(scope) && right.opens(time));
    }

    /** When the first of them ends; empty where none ever does. */
    public Optional<Instant> firstEnd() {
        return all.stream().flatMap(right -> Stream.ofNullable(right.until())).min(Comparator.naturalOrder());
    }
}
