package news.platform.local.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sample readers say about one sample article, as its file has it.
 *
 * @param article the article's slug; by it a half loaded sample is continued
 */
record SampleThread(String article, List<SampleComment> comments) {
    /**
     * One comment.
     *
     * @param by who says it
     * @param answers which of the comments before it, counted from 0; null where it answers none
     * @param likedBy who likes it; null for nobody
     * @param reportedBy who reports it; null for nobody
     */
    record SampleComment(
            String by,
            String text,
            @Nullable Integer answers,
            @Nullable List<String> likedBy,
            @Nullable List<String> reportedBy) {}
}
