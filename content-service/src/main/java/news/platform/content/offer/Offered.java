package news.platform.content.offer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product that is on sale.
 *
 * @param version rises with each change of it
 * @param cost in billionths of the platform's own currency; null where it is not sold in that
 * @param scopes what it opens: {@code plans/id} or {@code articles/id}
 */
record Offered(String id, long version, Kind kind, @Nullable Long cost, List<String> scopes) {
    /** What sort it is, in the order in which they are offered. */
    enum Kind {
        ARTICLE,
        COURSE,
        MEMBERSHIP
    }
}
