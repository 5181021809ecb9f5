package news.platform.payment.refund;

import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.payment.casework.Cases;
import news.platform.payment.casework.Difference;
import news.platform.payment.charge.ChargeProtos;
import news.platform.payment.intent.Payment;
import news.platform.payment.intent.Payments;
import news.platform.thirdparty.v1.ChargeRefundFailed;
import news.platform.thirdparty.v1.ChargeRefunded;
import org.springframework.stereotype.Component;

/** Takes what payment channels tell of refunds by themselves; one that nobody here ordered is a person's to look into. */
@Component
final class RefundReportHandler implements EventHandler {
    private final TakeRefundReport taking;
    private final Payments payments;
    private final Cases cases;

    RefundReportHandler(TakeRefundReport taking, Payments payments, Cases cases) {
        this.taking = taking;
        this.payments = payments;
        this.cases = cases;
    }

    @Override
    public Takes takes() {
        return Takes.of(ChargeRefunded.class, this::refunded)
                .and(ChargeRefundFailed.class, (event, _) -> taking.take(ChargeProtos.report(event)));
    }

    private void refunded(ChargeRefunded event, EventContext context) {
        if (!event.getRefundId().isEmpty()) {
            taking.take(ChargeProtos.report(event));
            return;
        }
        cases.open(Difference.missingHere(
                payments.find(event.getPaymentId()).map(Payment::channel).orElse(""),
                "transactions/" + event.getChannelRefundId(),
                "refund of payment " + event.getPaymentId() + ", " + ChargeProtos.amount(event.getAmount())));
    }
}
