package news.platform.market.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.platform.persistence.page.TimeAndId;

/**
 * That a user wants to be told when a price does something.
 *
 * @param threshold a price; of a change percent
 * @param window of a change alone
 * @param rearming whether it is told again
 * @param version how often it was told
 * @param triggerTime when it was told last
 */
record PriceAlert(
        String id,
        String userId,
        String symbol,
        Condition condition,
        BigDecimal threshold,
        Optional<Duration> window,
        boolean rearming,
        long version,
        Optional<Instant> triggerTime,
        Instant createTime) {
    boolean isDone() {
        return !rearming && triggerTime.isPresent();
    }

    /** Where it stands in its list. */
    TimeAndId place() {
        return new TimeAndId(createTime, id);
    }
}
