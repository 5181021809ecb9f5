package news.platform.payment.casework;

import java.time.Instant;
import news.platform.persistence.page.TimeAndId;
import org.jspecify.annotations.Nullable;

/**
 * A difference that somebody has to look into. Nothing is mended by itself.
 *
 * @param closing null as long as nobody has
 */
record Case(
        String id,
        Difference difference,
        Instant openTime,
        @Nullable Closing closing) {
    /** That somebody has: when, who, and what came of it. */
    record Closing(Instant time, String by, String note) {}

    /** Where it stands in the list. */
    TimeAndId place() {
        return new TimeAndId(openTime, id);
    }
}
