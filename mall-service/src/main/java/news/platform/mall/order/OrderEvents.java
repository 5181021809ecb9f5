package news.platform.mall.order;

import java.time.Instant;
import java.util.List;
import news.platform.mall.money.Amount;
import news.platform.mall.money.AmountProtos;
import news.platform.mall.order.AdvanceOrder.RefundCause;
import news.platform.mall.v1.OrderClosed;
import news.platform.mall.v1.OrderPaid;
import news.platform.mall.v1.OrderRefundRequested;
import news.platform.mall.v1.OrderRefunded;
import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import org.springframework.stereotype.Component;

/** Tells the others what became of an order, through the outbox of the current transaction. */
@Component
final class OrderEvents {
    private final Outbox outbox;

    OrderEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void paid(Order order, Instant time) {
        outbox.publish(OrderPaid.newBuilder()
                .setOrderId(order.id())
                .setVersion(order.version())
                .setUserId(order.userId())
                .addAllItems(items(order.items()))
                .setPayTime(Timestamps.of(time))
                .build());
    }

    /** @param fulfilled false: whatever its policy was, nobody may keep what nobody was told to have */
    void refunded(Order order, boolean fulfilled, Instant time) {
        var items = fulfilled
                ? order.items()
                : order.items().stream().map(OrderItem::revocable).toList();
        outbox.publish(OrderRefunded.newBuilder()
                .setOrderId(order.id())
                .setVersion(order.version())
                .setUserId(order.userId())
                .addAllItems(items(items))
                .setRefundTime(Timestamps.of(time))
                .build());
    }

    void refundRequested(Order order, String paymentId, Amount amount, RefundCause cause) {
        outbox.publish(OrderRefundRequested.newBuilder()
                .setOrderId(order.id())
                .setVersion(order.version())
                .setPaymentId(paymentId)
                .setAmount(AmountProtos.message(amount))
                .setCause(news.platform.mall.v1.RefundCause.valueOf("REFUND_CAUSE_" + cause.name()))
                .build());
    }

    void closed(Order order) {
        outbox.publish(OrderClosed.newBuilder()
                .setOrderId(order.id())
                .setVersion(order.version())
                .setUserId(order.userId())
                .setState(OrderProtos.state(order.state()))
                .build());
    }

    private static List<news.platform.mall.v1.OrderItem> items(List<OrderItem> items) {
        return items.stream().map(OrderProtos::item).toList();
    }
}
