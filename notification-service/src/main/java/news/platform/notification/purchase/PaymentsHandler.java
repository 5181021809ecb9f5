package news.platform.notification.purchase;

import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.notification.fanout.BeginStory;
import news.platform.payment.v1.PaymentRefunded;
import news.platform.payment.v1.PaymentSucceeded;
import org.springframework.stereotype.Component;

/** Tells who paid that their money has come, and that it is back. */
@Component
final class PaymentsHandler implements EventHandler {
    private final BeginStory telling;
    private final PurchaseProperties properties;

    PaymentsHandler(BeginStory telling, PurchaseProperties properties) {
        this.telling = telling;
        this.properties = properties;
    }

    @Override
    public Takes takes() {
        return Takes.of(
                        PaymentSucceeded.class,
                        (event, _) -> telling.begin(PurchaseProtos.paid(telling.nextId(), event)))
                .and(
                        PaymentRefunded.class,
                        (event, _) -> telling.begin(PurchaseProtos.refunded(telling.nextId(), event)));
    }

    @Override
    public boolean together() {
        return true;
    }

    @Override
    public From from() {
        return new From.Now(properties.greatestAge());
    }
}
