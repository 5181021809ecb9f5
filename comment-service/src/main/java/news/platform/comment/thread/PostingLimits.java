package news.platform.comment.thread;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.platform.comment.review.Bans;
import news.platform.comment.v1.CommentReason;
import news.platform.error.DomainException;
import org.springframework.stereotype.Component;

/** Keeps one user from saying too much at once, or the same again. */
@Component
final class PostingLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Whoever says less than this says "thanks" to several people. */
    private static final int SHORT = 20;

    private final Comments comments;
    private final Bans bans;
    private final PostingProperties properties;

    PostingLimits(Comments comments, Bans bans, PostingProperties properties) {
        this.comments = comments;
        this.bans = bans;
        this.properties = properties;
    }

    /** Refuses what is too much. In the transaction that writes it: others of the same author wait until it ends. */
    void admit(String authorId, String target, String text, Instant now) {
        bans.until(authorId, now).ifPresent(until -> {
            throw new DomainException(CommentReason.AUTHOR_BANNED, "you may not write until " + until);
        });
        comments.lockAuthor(authorId);
        var latest = comments.latest(authorId, now.minus(HOUR), properties.perHour());
        requireFewer(latest, properties.perMinute(), MINUTE, now);
        requireFewer(latest, properties.perHour(), HOUR, now);
        if (latest.stream().anyMatch(comment -> says(comment, target, text, now))) {
            throw new DomainException(CommentReason.DUPLICATE_COMMENT, "you have said so already");
        }
    }

    private boolean says(Comment comment, String target, String text, Instant now) {
        return comment.text().equals(text)
                && comment.createTime().isAfter(now.minus(properties.sameTextAfter()))
                && (comment.target().equals(target) || text.codePointCount(0, text.length()) >= SHORT);
    }

    /** @param latest latest first */
    private static void requireFewer(List<Comment> latest, int limit, Duration within, Instant now) {
        if (latest.size() < limit) {
            return;
        }
        var again = Duration.between(now, latest.get(limit - 1).createTime().plus(within));
        if (again.isPositive()) {
            throw new DomainException(
                            CommentReason.TOO_MANY_COMMENTS,
                            "more than " + limit + " comments within " + within.toMinutes() + " min")
                    .retryAfter(again);
        }
    }
}
