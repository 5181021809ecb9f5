package news.platform.mall.order;

import java.time.Instant;
import java.util.List;
import news.platform.mall.money.Amount;
import news.platform.persistence.page.TimeAndId;
import org.jspecify.annotations.Nullable;

/**
 * One order. Prices and items never change; how it stands does, by {@link OrderStep}s alone.
 *
 * @param subtotal what the items cost
 * @param discount how much less by the coupon
 * @param refunded how much of the payment that paid it went back
 * @param couponCode null: none
 * @param paymentId the payment that paid it; null: none did, or it costs nothing
 * @param version rises with each step
 */
public record Order(
        String id,
        String userId,
        OrderState state,
        List<OrderItem> items,
        Amount subtotal,
        Amount discount,
        Amount refunded,
        @Nullable String couponCode,
        @Nullable String paymentId,
        Instant createTime,
        Instant expireTime,
        long version) {
    public Order {
        items = List.copyOf(items);
    }

    /** Something that happened to an order, and how it stood after that. */
    public record Moment(OrderStep step, OrderState state, Instant time) {}

    /** One that is just placed. */
    static Order placed(
            String id,
            String userId,
            List<OrderItem> items,
            @Nullable String couponCode,
            Amount discount,
            Instant createTime,
            Instant expireTime) {
        return new Order(
                id,
                userId,
                OrderState.CREATED,
                items,
                items.stream().map(OrderItem::price).reduce(Amount::plus).orElseThrow(),
                discount,
                discount.zero(),
                couponCode,
                null,
                createTime,
                expireTime,
                1);
    }

    /** What is to be paid. */
    public Amount total() {
        return subtotal.minus(discount);
    }

    /** Whether this step may happen to it now. */
    public boolean may(OrderStep step) {
        return step.isPossible(state);
    }

    /** Whether it can be paid, as far as that depends on its state. */
    public boolean isAwaitingPayment() {
        return state == OrderState.AWAITING_PAYMENT;
    }

    /** Whether its user took it back. */
    public boolean isCancelled() {
        return state == OrderState.CANCELLED;
    }

    /** Whether it was not paid and never will be. */
    public boolean isClosed() {
        return state == OrderState.EXPIRED || isCancelled();
    }

    /** Where it stands in its user's list. */
    public TimeAndId place() {
        return new TimeAndId(createTime, id);
    }

    /** After a step, which must be possible. */
    Order after(OrderStep step) {
        return with(step.after(state), paymentId, refunded, version + 1);
    }

    Order paidBy(String payment) {
        return with(state, payment, refunded, version);
    }

    Order refundedTo(Amount amount) {
        return with(state, paymentId, amount, version);
    }

    /** The same, of these things: an order and its items are read one after the other. */
    Order of(List<OrderItem> ordered) {
        return new Order(
                id,
                userId,
                state,
                ordered,
                subtotal,
                discount,
                refunded,
                couponCode,
                paymentId,
                createTime,
                expireTime,
                version);
    }

    private Order with(OrderState newState, @Nullable String newPaymentId, Amount newRefunded, long newVersion) {
        return new Order(
                id,
                userId,
                newState,
                items,
                subtotal,
                discount,
                newRefunded,
                couponCode,
                newPaymentId,
                createTime,
                expireTime,
                newVersion);
    }
}
