package news.platform.entitlement.grant;

import news.platform.entitlement.v1.OrderGranted;
import news.platform.entitlement.v1.OrderRefused;
import news.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Answers orders, through the outbox of the current transaction. */
@Component
final class OrderEvents {
    private final Outbox outbox;

    OrderEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void granted(String orderId, long version) {
        outbox.publish(OrderGranted.newBuilder()
                .setOrderId(orderId)
                .setVersion(version)
                .build());
    }

    void refused(String orderId, long version) {
        outbox.publish(OrderRefused.newBuilder()
                .setOrderId(orderId)
                .setVersion(version)
                .build());
    }
}
