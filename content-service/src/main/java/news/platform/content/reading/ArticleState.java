package news.platform.content.reading;

/** Where an article stands in its life. */
public enum ArticleState {
    /** Being written. */
    DRAFT,
    /** Waits for its publish time. */
    SCHEDULED,
    /** For readers. */
    PUBLISHED,
    /** Withdrawn for good. */
    RECALLED
}
