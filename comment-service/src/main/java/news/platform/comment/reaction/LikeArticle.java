package news.platform.comment.reaction;

import java.time.Clock;
import news.platform.comment.count.CommentCounts;
import news.platform.comment.targets.OpenTargets;
import news.platform.comment.targets.Target;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a user like an article, or no longer; either way once. */
@Component
final class LikeArticle {
    private final OpenTargets targets;
    private final Reactions reactions;
    private final CommentCounts counts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LikeArticle(
            OpenTargets targets,
            Reactions reactions,
            CommentCounts counts,
            TransactionTemplate transaction,
            Clock clock) {
        this.targets = targets;
        this.reactions = reactions;
        this.counts = counts;
        this.transaction = transaction;
        this.clock = clock;
    }

    void like(String articleId, String userId) {
        targets.requireArticle(articleId);
        var target = Target.article(articleId).toString();
        transaction.executeWithoutResult(_ -> {
            if (reactions.add(target, userId, clock.instant())) {
                counts.liked(target, 1);
            }
        });
    }

    void unlike(String articleId, String userId) {
        var target = Target.article(articleId).toString();
        transaction.executeWithoutResult(_ -> {
            if (reactions.remove(target, userId)) {
                counts.liked(target, -1);
            }
        });
    }
}
