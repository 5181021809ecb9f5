package news.platform.thirdparty.parse;

import java.time.Instant;
import java.util.List;
import news.platform.thirdparty.clean.RawItem;
import org.jspecify.annotations.Nullable;

/**
 * A feed that was read.
 *
 * @param title plain, empty where it has none
 * @param link the site it belongs to, empty where it says none
 * @param id what it calls itself, empty where it does not
 * @param fault why it is not well-formed, so that it was read leniently; empty where it was read as it should be
 * @param items in its own order, at most {@value #MAX_ITEMS}, not yet cleaned
 */
public record Feed(
        FeedFormat format,
        String title,
        String link,
        String id,
        @Nullable Instant updated,
        String fault,
        List<RawItem> items) {
    /** What a feed has beyond this is not looked at; the next poll would not see it either. */
    static final int MAX_ITEMS = 500;

    /** Whether a strict reader would have refused it. */
    public boolean lenient() {
        return !fault.isEmpty();
    }
}
