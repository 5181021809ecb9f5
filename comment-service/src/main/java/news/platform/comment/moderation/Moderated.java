package news.platform.comment.moderation;

import news.platform.comment.v1.CommentReason;
import news.platform.error.DomainException;

/** How moderation refuses. */
final class Moderated {
    private Moderated() {}

    static DomainException notFound() {
        return new DomainException(CommentReason.COMMENT_NOT_FOUND, "no such comment");
    }

    static DomainException claimed() {
        return new DomainException(CommentReason.ALREADY_CLAIMED, "another moderator is at it");
    }
}
