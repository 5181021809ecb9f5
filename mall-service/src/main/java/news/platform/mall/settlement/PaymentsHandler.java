package news.platform.mall.settlement;

import news.platform.mall.money.AmountProtos;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.payment.v1.PaymentRefunded;
import news.platform.payment.v1.PaymentSucceeded;
import org.springframework.stereotype.Component;

/** Hears that money came or went back. */
@Component
final class PaymentsHandler implements EventHandler {
    private final SettleOrder settling;

    PaymentsHandler(SettleOrder settling) {
        this.settling = settling;
    }

    @Override
    public Takes takes() {
        return Takes.of(PaymentSucceeded.class, this::succeeded).and(PaymentRefunded.class, this::refunded);
    }

    private void succeeded(PaymentSucceeded event, EventContext context) {
        settling.paid(event.getOrderId(), event.getPaymentId(), AmountProtos.told(event.getAmount()));
    }

    private void refunded(PaymentRefunded event, EventContext context) {
        settling.refunded(event.getOrderId(), event.getPaymentId(), AmountProtos.told(event.getTotal()));
    }
}
