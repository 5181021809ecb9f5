package news.platform.payment.paying;

import news.platform.messaging.ReplicaHandler;
import news.platform.messaging.Takes;
import news.platform.payment.v1.PaymentCancelled;
import news.platform.payment.v1.PaymentFailed;
import news.platform.payment.v1.PaymentSucceeded;
import org.springframework.stereotype.Component;

/** Wakes those who wait for a payment, whichever replica ended it. */
@Component
final class PaymentEndedHandler implements ReplicaHandler {
    private final EndedPayments ended;

    PaymentEndedHandler(EndedPayments ended) {
        this.ended = ended;
    }

    @Override
    public Takes takes() {
        return Takes.of(PaymentSucceeded.class, (event, _) -> ended.ended(event.getPaymentId()))
                .and(PaymentFailed.class, (event, _) -> ended.ended(event.getPaymentId()))
                .and(PaymentCancelled.class, (event, _) -> ended.ended(event.getPaymentId()));
    }

    @Override
    public void gap() {
        ended.look();
    }
}
