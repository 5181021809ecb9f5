package news.platform.livenews.revision;

import java.time.Instant;
import java.util.List;

/**
 * One saved state of a live.
 *
 * @param number the version that the save made
 * @param title the headline then
 * @param contentHtml what it said then
 * @param channelIds the channels then
 * @param importance how much it mattered then
 * @param editorId who saved it, empty for an ingested one
 * @param createTime when it was saved
 * @param action what was done
 * @param note why, where that was said
 */
public record LiveRevision(
        long number,
        String title,
        String contentHtml,
        List<String> channelIds,
        int importance,
        String editorId,
        Instant createTime,
        Action action,
        String note) {
    /** What was done. */
    public enum Action {
        PUBLISHED,
        CORRECTED,
        WITHDRAWN
    }
}
