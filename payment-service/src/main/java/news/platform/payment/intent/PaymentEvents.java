package news.platform.payment.intent;

import java.time.Instant;
import news.platform.messaging.Outbox;
import news.platform.payment.ledger.Amount;
import news.platform.payment.v1.PaymentCancelled;
import news.platform.payment.v1.PaymentFailed;
import news.platform.payment.v1.PaymentRefunded;
import news.platform.payment.v1.PaymentSucceeded;
import news.platform.proto.Moneys;
import news.platform.proto.Timestamps;
import org.springframework.stereotype.Component;

/** Tells the others what becomes of an order's payments, through the outbox of the current transaction; the order is locked. */
@Component
public final class PaymentEvents {
    private final Outbox outbox;
    private final OrderPayments orders;

    PaymentEvents(Outbox outbox, OrderPayments orders) {
        this.outbox = outbox;
        this.orders = orders;
    }

    void succeeded(Payment payment, Instant time) {
        outbox.publish(PaymentSucceeded.newBuilder()
                .setOrderId(payment.orderId())
                .setVersion(orders.next(payment.orderId()))
                .setPaymentId(payment.id())
                .setUserId(payment.userId())
                .setAmount(money(payment.amount()))
                .setChannel(payment.channel())
                .setTime(Timestamps.of(time))
                .build());
    }

    void failed(Payment payment) {
        outbox.publish(PaymentFailed.newBuilder()
                .setOrderId(payment.orderId())
                .setVersion(orders.next(payment.orderId()))
                .setPaymentId(payment.id())
                .setUserId(payment.userId())
                .setAmount(money(payment.amount()))
                .setChannel(payment.channel())
                .setTime(Timestamps.of(payment.updateTime()))
                .build());
    }

    void cancelled(Payment payment) {
        outbox.publish(PaymentCancelled.newBuilder()
                .setOrderId(payment.orderId())
                .setVersion(orders.next(payment.orderId()))
                .setPaymentId(payment.id())
                .setUserId(payment.userId())
                .setAmount(money(payment.amount()))
                .setChannel(payment.channel())
                .setTime(Timestamps.of(payment.updateTime()))
                .build());
    }

    /**
     * Money of one that had succeeded is back.
     *
     * @param amount by this refund
     * @param total by all refunds that are back
     */
    public void refunded(Payment payment, String refundId, Amount amount, long total, Instant time) {
        outbox.publish(PaymentRefunded.newBuilder()
                .setOrderId(payment.orderId())
                .setVersion(orders.next(payment.orderId()))
                .setPaymentId(payment.id())
                .setRefundId(refundId)
                .setUserId(payment.userId())
                .setAmount(money(amount))
                .setTotal(Moneys.of(amount.currency(), total))
                .setWhole(total == payment.amount().minorUnits())
                .setTime(Timestamps.of(time))
                .build());
    }

    private static com.google.type.Money money(Amount amount) {
        return Moneys.of(amount.currency(), amount.minorUnits());
    }
}
