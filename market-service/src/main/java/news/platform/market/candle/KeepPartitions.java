package news.platform.market.candle;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import news.platform.work.Rounds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the months of candles before they come, and drops those that are old. Several replicas may do so at once. */
@Component
final class KeepPartitions {
    private static final Duration EVERY = Duration.ofHours(1);

    private final Partitions partitions;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Interval, Integer> monthsKept;

    KeepPartitions(
            Partitions partitions,
            TransactionTemplate transaction,
            Clock clock,
            CandleProperties properties,
            Rounds rounds) {
        this.partitions = partitions;
        this.transaction = transaction;
        this.clock = clock;
        this.monthsKept = Map.of(
                Interval.MINUTE, properties.minuteMonths(),
                Interval.FIVE_MINUTES, properties.fiveMinuteMonths(),
                Interval.HOUR, properties.hourMonths());
        // before anything is recorded
        keep();
        rounds.every("candle-partitions", EVERY, this::keep);
    }

    /** Once, now. */
    void keep() {
        var month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        transaction.executeWithoutResult(_ -> {
            partitions.lock();
            monthsKept.forEach((interval, months) -> {
                // the month before, too, for what comes late
                List.of(month.minusMonths(1), month, month.plusMonths(1))
                        .forEach(each -> partitions.make(interval, each));
                partitions.before(interval, month.minusMonths(months)).forEach(partitions::drop);
            });
        });
    }
}
