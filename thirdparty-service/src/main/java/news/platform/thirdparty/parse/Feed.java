package news.platform.thirdparty.parse;

import java.time.Instant;
import java.util.List;
import news.platform.thirdparty.item.RawItem;
import org.jspecify.annotations.Nullable;

/**
 * A feed that was read.
 *
 * @param title plain, empty where it has none
 * @param link the site it belongs to, empty where it says none
 * @param id what it calls itself, empty where it does not
 * @param items in its own order, at most {@value #MAX_ITEMS}, not yet cleaned
 */
public record Feed(
        FeedFormat format,
        String title,
        String link,
        String id,
        @Nullable Instant updated,
        List<RawItem> items) {

    /** What a feed has beyond this is not looked at; the next poll would not see it either. */
    static final int MAX_ITEMS = 500;
}
