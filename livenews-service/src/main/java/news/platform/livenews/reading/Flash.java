package news.platform.livenews.reading;

import java.util.List;
import news.platform.livenews.content.Content;

/**
 * What a live consists of: what it says, and where it is to be found.
 *
 * @param content what it says
 * @param channelIds the channels it appears in
 * @param importance how much it matters, 1 to 3
 * @param symbols the instruments it is about
 * @param tags free words
 * @param images addresses of pictures
 * @param articleId the article that tells more, empty for none
 * @param sourceName who it was taken from, empty for the platform's own
 * @param sourceUrl where it was taken from, empty for the platform's own
 */
public record Flash(
        Content content,
        List<String> channelIds,
        int importance,
        List<String> symbols,
        List<String> tags,
        List<String> images,
        String articleId,
        String sourceName,
        String sourceUrl) {
    /** The lowest importance. */
    public static final int ORDINARY = 1;
}
