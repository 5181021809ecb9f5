package news.platform.payment.intent;

import java.time.Clock;
import java.time.Instant;
import news.platform.payment.charge.ChargeClient;
import news.platform.payment.charge.ChargeReport;
import news.platform.work.task.Job;
import org.springframework.stereotype.Component;

/**
 * Asks the channel how a payment stands of which nothing was heard, again and again until it has ended: after a minute, then
 * ever less often. One that the channel was never asked for, or says to be unpaid long after its time, is cancelled.
 */
@Component
final class QueryCharge implements Job<ChargeReport> {
    private final ChargeClient charges;
    private final TakeReport taking;
    private final QueryProperties properties;
    private final QuerySchedule schedule;
    private final Clock clock;

    QueryCharge(
            ChargeClient charges, TakeReport taking, QueryProperties properties, QuerySchedule schedule, Clock clock) {
        this.charges = charges;
        this.taking = taking;
        this.properties = properties;
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return QuerySchedule.KIND;
    }

    @Override
    public ChargeReport call(String paymentId) {
        return charges.find(paymentId);
    }

    @Override
    public void complete(String paymentId, ChargeReport report) {
        taking.take(report).filter(Payment::isOpen).ifPresent(payment -> {
            var now = clock.instant();
            if (isLost(payment, report, now)) {
                taking.giveUp(payment, "it was not paid in time");
            } else {
                schedule.goOn(payment, now);
            }
        });
    }

    private boolean isLost(Payment payment, ChargeReport report, Instant now) {
        return switch (report) {
            case ChargeReport.Missing _ -> now.isAfter(payment.createTime().plus(properties.patience()));
            case ChargeReport.Pending _ -> now.isAfter(payment.expireTime().plus(properties.patience()));
            case ChargeReport.Processing _,
                    ChargeReport.Paid _,
                    ChargeReport.Failed _,
                    ChargeReport.Closed _,
                    ChargeReport.Silent _ -> false;
        };
    }
}
