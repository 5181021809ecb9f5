package news.platform.content.revision;

import java.time.Instant;

/**
 * One saved state of an article.
 *
 * @param number the version that the save made
 * @param title the headline then
 * @param summary the summary then
 * @param bodyHtml the whole body then
 * @param editorId who saved it, empty for an ingested one
 * @param createTime when it was saved
 * @param action what was done
 * @param note why, where that was said
 */
public record Revision(
        long number,
        String title,
        String summary,
        String bodyHtml,
        String editorId,
        Instant createTime,
        Action action,
        String note) {
    /** What was done. */
    public enum Action {
        CREATED,
        UPDATED,
        SCHEDULED,
        PUBLISHED,
        RECALLED
    }
}
