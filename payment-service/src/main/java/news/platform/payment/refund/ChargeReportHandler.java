package news.platform.payment.refund;

import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.payment.casework.Cases;
import news.platform.payment.casework.Difference;
import news.platform.payment.charge.ChargeProtos;
import news.platform.payment.intent.Payment;
import news.platform.payment.intent.Payments;
import news.platform.payment.intent.TakeReport;
import news.platform.thirdparty.v1.ChargeFailed;
import news.platform.thirdparty.v1.ChargePaid;
import news.platform.thirdparty.v1.ChargeProcessing;
import news.platform.thirdparty.v1.ChargeRefundFailed;
import news.platform.thirdparty.v1.ChargeRefunded;
import org.springframework.stereotype.Component;

/**
 * Takes what payment channels tell by themselves, verified by thirdparty-service; a refund that nobody here ordered is a person's to
 * look into. One consumer for all of it, as each one is woken by all that is told of charges.
 */
@Component
final class ChargeReportHandler implements EventHandler {
    private final TakeReport taking;
    private final TakeRefundReport refunds;
    private final Payments payments;
    private final Cases cases;

    ChargeReportHandler(TakeReport taking, TakeRefundReport refunds, Payments payments, Cases cases) {
        this.taking = taking;
        this.refunds = refunds;
        this.payments = payments;
        this.cases = cases;
    }

    @Override
    public Takes takes() {
        return Takes.of(ChargePaid.class, (event, _) -> taking.take(ChargeProtos.report(event)))
                .and(ChargeProcessing.class, (event, _) -> taking.take(ChargeProtos.report(event)))
                .and(ChargeFailed.class, (event, _) -> taking.take(ChargeProtos.report(event)))
                .and(ChargeRefunded.class, this::refunded)
                .and(ChargeRefundFailed.class, (event, _) -> refunds.take(ChargeProtos.report(event)));
    }

    /** Those of different payments meet at nothing but their order. */
    @Override
    public int concurrency() {
        return 4;
    }

    private void refunded(ChargeRefunded event, EventContext context) {
        if (!event.getRefundId().isEmpty()) {
            refunds.take(ChargeProtos.report(event));
            return;
        }
        cases.open(Difference.missingHere(
                payments.find(event.getPaymentId()).map(Payment::channel).orElse(""),
                "transactions/" + event.getChannelRefundId(),
                "refund of payment " + event.getPaymentId() + ", " + ChargeProtos.amount(event.getAmount())));
    }
}
