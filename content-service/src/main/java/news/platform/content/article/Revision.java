package news.platform.content.article;

import java.time.Instant;

/**
 * One saved state of an article.
 *
 * @param number the version that the save made
 * @param editorId who saved it, empty for an ingested one
 * @param note why, where that was said
 */
record Revision(
        long number,
        String title,
        String summary,
        String bodyHtml,
        String editorId,
        Instant createTime,
        Action action,
        String note) {
    /** What was done. */
    enum Action {
        CREATED,
        UPDATED,
        SCHEDULED,
        PUBLISHED,
        RECALLED
    }
}
