package news.platform.comment.screening;

import java.util.Set;

/**
 * What becomes of a text.
 *
 * @param score what it weighs
 * @param categories of the words that were found
 */
public record Verdict(Decision decision, int score, Set<String> categories) {
    /** What becomes of it. */
    public enum Decision {
        /** Readers see it. */
        SHOWN,
        /** A moderator decides, because of what it says. */
        HELD,
        /** A moderator decides, because one decides on everything said about this target. */
        HELD_BY_POLICY,
        /** Nobody sees it. */
        REJECTED
    }

    /** Copies the categories. */
    public Verdict {
        categories = Set.copyOf(categories);
    }
}
