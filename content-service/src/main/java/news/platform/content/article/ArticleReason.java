package news.platform.content.article;

import news.platform.error.Kind;
import news.platform.error.Reason;

/** Why an article is not shown or not changed. */
enum ArticleReason implements Reason {
    /** There is no such article, or not for the caller. */
    ARTICLE_NOT_FOUND(Kind.NOT_FOUND),
    /** It was withdrawn for good. */
    ARTICLE_RECALLED(Kind.GONE),
    /** It lacks a body or a channel, so readers cannot have it. */
    ARTICLE_INCOMPLETE(Kind.CONFLICT),
    /** Readers have it already, so it cannot be scheduled. */
    ARTICLE_PUBLISHED(Kind.CONFLICT),
    /** Readers never had it, so it cannot be recalled. */
    ARTICLE_NOT_PUBLISHED(Kind.CONFLICT),
    /** There is no such channel. */
    UNKNOWN_CHANNEL(Kind.INVALID);

    private final Kind kind;

    ArticleReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
