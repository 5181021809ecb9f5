package news.platform.security;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is open to a user, all of it.
 *
 * @param version rises with each change: of two states of one user that with the higher one is true
 * @param all in no order
 */
public record Rights(long version, List<Right> all) {
    /** Of who never had any. */
    public static final Rights NONE = new Rights(0, List.of());

    public Rights {
        all = List.copyOf(all);
    }

    /** The class of who has them, then. */
    public EntitlementClass at(Instant time) {
        boolean some = false;
        for (Right right : all) {
            if (right.isOpen(time)) {
                if (right.everything()) {
                    return EntitlementClass.FULL;
                }
                some = true;
            }
        }
        return some ? EntitlementClass.PERSONAL : EntitlementClass.PREVIEW;
    }

    /** Whether something begins or ends within this time. */
    public boolean changes(Instant start, Instant end) {
        for (Right right : all) {
            if (right.changes(start, end)) {
                return true;
            }
        }
        return false;
    }

    /** What is open then. */
    public Set<String> open(Instant time) {
        return all.stream()
                .filter(right -> right.isOpen(time))
                .flatMap(right -> right.opens().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** These or the others, whichever are newer. */
    public Rights newer(Rights others) {
        return others.version > version ? others : this;
    }
}
