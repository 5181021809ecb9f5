package news.platform.calendar.rule;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import news.platform.calendar.release.AddRelease;
import news.platform.work.Rounds;
import news.platform.work.leader.Leader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds the releases of the coming twelve months by their rules, where that is wanted; what an editor moved stays moved. */
@Component
final class ScheduleReleases {
    private static final Duration EVERY = Duration.ofHours(12);
    private static final int MONTHS = 12;

    private final AddRelease adding;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ScheduleReleases(
            AddRelease adding,
            TransactionTemplate transaction,
            Clock clock,
            SampleProperties properties,
            Rounds rounds,
            Leader leader) {
        this.adding = adding;
        this.transaction = transaction;
        this.clock = clock;
        if (properties.enabled()) {
            rounds.paced("scheduled-releases", leader.only("scheduled-releases", () -> {
                schedule();
                return EVERY;
            }));
        }
    }

    /** Once, now. */
    void schedule() {
        var now = clock.instant();
        var month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        Stream.iterate(month, next -> next.plusMonths(1))
                .limit(MONTHS + 1L)
                .flatMap(each -> RuledIndicators.all().stream().flatMap(indicator -> indicator.in(each).stream()))
                .filter(draft -> draft.time().isAfter(now))
                .forEach(draft -> transaction.executeWithoutResult(_ -> adding.add(draft)));
    }
}
