package news.platform.payment.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import news.platform.work.task.Agenda;
import org.springframework.stereotype.Component;

/** When which day of a channel is reconciled, through the agenda of the current transaction. */
@Component
public final class ReconciliationPlan {
    static final String KIND = "reconciliation";

    /** Behind the day's end in UTC, so that channels have booked it. */
    private static final Duration MARGIN = Duration.ofHours(2);

    private final Days days;
    private final Agenda agenda;

    ReconciliationPlan(Days days, Agenda agenda) {
        this.days = days;
        this.agenda = agenda;
    }

    /** Money came over this channel: from its day on all are reconciled, one day sooner because a channel's clock may be behind. */
    public void begin(String channel, Instant time) {
        var day = LocalDate.ofInstant(time, ZoneOffset.UTC).minusDays(1);
        if (days.begin(channel, day)) {
            agenda.schedule(KIND, channel, due(day));
        }
    }

    /** When a day can be reconciled. */
    static Instant due(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(MARGIN);
    }
}
