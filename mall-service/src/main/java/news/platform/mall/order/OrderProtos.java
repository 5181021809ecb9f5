package news.platform.mall.order;

import java.util.List;
import news.platform.mall.money.AmountProtos;
import news.platform.mall.order.Order.Moment;
import news.platform.mall.product.ProductProtos;
import news.platform.mall.v1.Order.Builder;
import news.platform.mall.v1.OrderMoment;
import news.platform.proto.Timestamps;

/** Orders as messages. */
public final class OrderProtos {
    private OrderProtos() {}

    /** With what happened to it. */
    public static news.platform.mall.v1.Order whole(Order order, List<Moment> timeline) {
        return builder(order)
                .addAllTimeline(timeline.stream().map(OrderProtos::moment).toList())
                .build();
    }

    /** As lists have it. */
    public static news.platform.mall.v1.Order listed(Order order) {
        return builder(order).build();
    }

    static news.platform.mall.v1.OrderItem item(OrderItem item) {
        return news.platform.mall.v1.OrderItem.newBuilder()
                .setId(item.id())
                .setProductId(item.productId())
                .setKind(ProductProtos.kind(item.kind()))
                .setName(item.name())
                .setQuantity(item.quantity())
                .setUnitPrice(AmountProtos.message(item.unitPrice()))
                .setValidity(ProductProtos.period(item.validity()))
                .addAllScopes(item.scopes())
                .setRefundPolicy(ProductProtos.policy(item.refundPolicy()))
                .build();
    }

    static news.platform.mall.v1.OrderState state(OrderState state) {
        return news.platform.mall.v1.OrderState.valueOf("ORDER_STATE_" + state.name());
    }

    private static Builder builder(Order order) {
        var message = news.platform.mall.v1.Order.newBuilder()
                .setId(order.id())
                .setState(state(order.state()))
                .addAllItems(order.items().stream().map(OrderProtos::item).toList())
                .setSubtotal(AmountProtos.message(order.subtotal()))
                .setDiscount(AmountProtos.message(order.discount()))
                .setTotal(AmountProtos.message(order.total()))
                .setCreateTime(Timestamps.of(order.createTime()))
                .setExpireTime(Timestamps.of(order.expireTime()));
        if (order.couponCode() != null) {
            message.setCouponCode(order.couponCode());
        }
        if (order.refunded().isPositive()) {
            message.setRefunded(AmountProtos.message(order.refunded()));
        }
        return message;
    }

    private static OrderMoment moment(Moment moment) {
        return OrderMoment.newBuilder()
                .setStep(news.platform.mall.v1.OrderStep.valueOf(
                        "ORDER_STEP_" + moment.step().name()))
                .setState(state(moment.state()))
                .setTime(Timestamps.of(moment.time()))
                .build();
    }
}
