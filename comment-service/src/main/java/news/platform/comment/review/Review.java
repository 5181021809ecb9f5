package news.platform.comment.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That a comment waits for a moderator.
 *
 * @param categories of the words that were found in it
 * @param claimedBy the moderator who took it on last; empty where nobody did
 * @param claimUntil until when that holds; the distant past where nobody did
 */
public record Review(
        String commentId,
        String target,
        Cause cause,
        int score,
        List<String> categories,
        Instant openTime,
        String claimedBy,
        Instant claimUntil) {
    /** Why it waits. */
    public enum Cause {
        /** What it says weighs too much. */
        SCREENING,
        /** Everything said about its target waits. */
        POLICY,
        /** Readers reported it. */
        REPORTS,
        /** Its author asked for another look. */
        APPEAL
    }

    /** Copies the categories. */
    public Review {
        categories = List.copyOf(categories);
    }

    /** One that nobody has looked at. */
    public static Review open(
            String commentId, String target, Cause cause, int score, List<String> categories, Instant now) {
        return new Review(commentId, target, cause, score, categories, now, "", Instant.EPOCH);
    }

    /** The moderator who is at it; empty where nobody is any more. */
    public Optional<String> heldBy(Instant now) {
        return claimUntil.isAfter(now) ? Optional.of(claimedBy) : Optional.empty();
    }
}
