package news.platform.payment.refund;

import java.time.Clock;
import news.platform.payment.charge.ChargeClient;
import news.platform.payment.charge.RefundReport;
import news.platform.payment.intent.Capture;
import news.platform.payment.intent.Captures;
import news.platform.payment.intent.QuerySchedule;
import news.platform.work.task.Agenda;
import news.platform.work.task.Job;
import org.springframework.stereotype.Component;

/** Asks the channel for a refund, again and again until it says how that ended; the refund's id makes it one. */
@Component
final class AskRefund implements Job<RefundReport> {
    static final String KIND = "refund";

    private final Refunds refunds;
    private final Captures captures;
    private final ChargeClient charges;
    private final TakeRefundReport taking;
    private final QuerySchedule schedule;
    private final Agenda agenda;
    private final Clock clock;

    AskRefund(
            Refunds refunds,
            Captures captures,
            ChargeClient charges,
            TakeRefundReport taking,
            QuerySchedule schedule,
            Agenda agenda,
            Clock clock) {
        this.refunds = refunds;
        this.captures = captures;
        this.charges = charges;
        this.taking = taking;
        this.schedule = schedule;
        this.agenda = agenda;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public RefundReport call(String refundId) {
        var refund = refunds.find(refundId).orElseThrow();
        var surplus = captures.find(refund.paymentId(), refund.transactionId())
                .filter(Capture::surplus)
                .map(Capture::transactionId)
                .orElse("");
        return charges.refund(refundId, refund.paymentId(), refund.amount(), surplus);
    }

    @Override
    public void complete(String refundId, RefundReport report) {
        taking.take(report);
        refunds.find(refundId)
                .filter(Refund::isOpen)
                .ifPresent(
                        refund -> agenda.schedule(KIND, refundId, schedule.next(refund.createTime(), clock.instant())));
    }
}
