package news.platform.payment.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import news.platform.payment.casework.Cases;
import news.platform.payment.casework.Difference;
import news.platform.payment.charge.ChargeClient;
import news.platform.payment.charge.Statement;
import news.platform.work.task.Agenda;
import news.platform.work.task.Job;
import org.springframework.stereotype.Component;

/** Holds a channel's statement of a day against what we have, and opens a case for each difference; then comes the next day. */
@Component
final class ReconcileDay implements Job<Statement> {
    /** What was done right before the day's end may be booked on the next one. */
    static final Duration LATE = Duration.ofHours(1);

    /** So far back it is looked for what no statement has shown. */
    private static final Duration LOOK_BACK = Duration.ofDays(2);

    private static final String UNSTATED = "payments over a channel that is not set up any more";

    private static final Duration NOT_READY = Duration.ofMinutes(30);

    private final ChargeClient charges;
    private final Days days;
    private final Bookings bookings;
    private final Cases cases;
    private final Agenda agenda;
    private final Clock clock;

    ReconcileDay(ChargeClient charges, Days days, Bookings bookings, Cases cases, Agenda agenda, Clock clock) {
        this.charges = charges;
        this.days = days;
        this.bookings = bookings;
        this.cases = cases;
        this.agenda = agenda;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return ReconciliationPlan.KIND;
    }

    @Override
    public Statement call(String channel) {
        return charges.statement(channel, days.next(channel));
    }

    @Override
    public void complete(String channel, Statement statement) {
        var day = days.next(channel);
        switch (statement) {
            case Statement.Ready ready -> {
                var comparison = compare(channel, ready);
                bookings.show(channel, comparison.shown());
                comparison.differences().forEach(cases::open);
                days.done(channel, day);
                agenda.schedule(kind(), channel, ReconciliationPlan.due(day.plusDays(1)));
            }
            case Statement.NotReady _ -> agenda.schedule(kind(), channel, later());
            case Statement.Unknown _ -> {
                cases.open(Difference.missingThere(channel, "statements/" + day, UNSTATED));
                agenda.schedule(kind(), channel, later());
            }
        }
    }

    private Instant later() {
        return clock.instant().plus(NOT_READY);
    }

    @Override
    public Duration lease() {
        return Duration.ofMinutes(5);
    }

    private Comparison compare(String channel, Statement.Ready statement) {
        var lines = statement.lines();
        return Comparison.of(
                channel,
                lines,
                bookings.named(channel, lines),
                bookings.payments(lines),
                bookings.unshown(
                        channel,
                        statement.start().minus(LOOK_BACK),
                        statement.end().minus(LATE)));
    }
}
