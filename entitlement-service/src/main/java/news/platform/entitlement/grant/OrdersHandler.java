package news.platform.entitlement.grant;

import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.entitlement.grant.GrantEntitlement.Purchase;
import news.platform.entitlement.right.Scope;
import news.platform.mall.v1.OrderItem;
import news.platform.mall.v1.OrderPaid;
import news.platform.mall.v1.OrderRefunded;
import news.platform.mall.v1.RefundPolicy;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import org.springframework.stereotype.Component;

/** Rights follow money: grants what orders paid for, and takes it back when all the money is back. */
@Component
final class OrdersHandler implements EventHandler {
    private final GrantEntitlement granting;
    private final RevokeEntitlement revoking;
    private final OrderEvents events;

    OrdersHandler(GrantEntitlement granting, RevokeEntitlement revoking, OrderEvents events) {
        this.granting = granting;
        this.revoking = revoking;
        this.events = events;
    }

    @Override
    public Takes takes() {
        return Takes.of(OrderPaid.class, this::paid).and(OrderRefunded.class, this::refunded);
    }

    private void paid(OrderPaid event, EventContext context) {
        var purchases = purchases(event.getOrderId(), event.getItemsList().stream());
        if (granting.grantPaid(event.getUserId(), purchases)) {
            events.granted(event.getOrderId(), event.getVersion());
        } else {
            events.refused(event.getOrderId(), event.getVersion());
        }
    }

    private void refunded(OrderRefunded event, EventContext context) {
        var purchases = purchases(
                event.getOrderId(),
                event.getItemsList().stream()
                        .filter(item -> item.getRefundPolicy() == RefundPolicy.REFUND_POLICY_REVOKE));
        // where the payment was never heard of, it must not open anything when it is
        granting.note(event.getUserId(), purchases);
        revoking.revokePaid(
                event.getUserId(), purchases.stream().map(Purchase::source).toList(), "the money went back");
    }

    private static List<Purchase> purchases(String orderId, Stream<OrderItem> items) {
        return items.flatMap(item -> IntStream.range(0, item.getScopesCount())
                        .mapToObj(scope -> new Purchase(
                                "orders/" + item.getId() + "." + (scope + 1),
                                Scope.of(item.getScopes(scope)),
                                item.getValidity().isEmpty() ? null : Period.parse(item.getValidity()),
                                "order " + orderId + ": " + item.getName())))
                .toList();
    }
}
