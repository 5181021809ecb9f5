package news.platform.mall.order;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import news.platform.error.DomainException;
import news.platform.mall.coupon.UseCoupon;
import news.platform.mall.money.Amount;
import news.platform.mall.order.Order.Moment;
import news.platform.mall.product.HoldStock;
import news.platform.mall.v1.MallReason;
import news.platform.work.task.Agenda;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes an order a step further, in the transaction of its caller, who has locked it: how it stands, what happened, and what the step
 * brings about, which is what undoes the steps before it where they came to nothing.
 */
@Component
public final class AdvanceOrder {
    /** Why a payment has to go back. */
    public enum RefundCause {
        /** The order was expired or cancelled when it came. */
        ORDER_CLOSED,
        /** Another one had paid the order. */
        ORDER_PAID,
        /** It is not what the order costs. */
        AMOUNT_DIFFERS,
        /** What was paid could not be opened. */
        NOT_FULFILLED
    }

    private final Orders orders;
    private final HoldStock stocks;
    private final UseCoupon coupons;
    private final Agenda agenda;
    private final OrderEvents events;
    private final OrderProperties properties;
    private final Clock clock;

    AdvanceOrder(
            Orders orders,
            HoldStock stocks,
            UseCoupon coupons,
            Agenda agenda,
            OrderEvents events,
            OrderProperties properties,
            Clock clock) {
        this.orders = orders;
        this.stocks = stocks;
        this.coupons = coupons;
        this.agenda = agenda;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Writes one, whose stock and coupon are held; it then waits for its money, or needs none.
     *
     * @param couponCode null: none
     * @throws DomainException ORDERS_OPEN
     */
    public Order place(String id, String userId, List<OrderItem> items, @Nullable String couponCode, Amount discount) {
        if (orders.open(userId) >= properties.openLimit()) {
            throw new DomainException(
                    MallReason.ORDERS_OPEN, properties.openLimit() + " orders wait for their money: pay or cancel one");
        }
        // as exact as the database
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var order = Order.placed(id, userId, items, couponCode, discount, now, now.plus(properties.paymentTime()));
        var placed = new Moment(OrderStep.PLACED, order.state(), now);
        if (!order.total().isPositive()) {
            orders.add(order, List.of(placed));
            return pay(order, null);
        }
        // written once, as it stands after both steps
        var awaiting = order.after(OrderStep.PAYMENT_AWAITED);
        orders.add(awaiting, List.of(placed, new Moment(OrderStep.PAYMENT_AWAITED, awaiting.state(), now)));
        agenda.schedule(ExpireOrder.KIND, id, order.expireTime());
        return awaiting;
    }

    /**
     * It has its money.
     *
     * @param paymentId null where it needs none
     */
    public Order pay(Order order, @Nullable String paymentId) {
        var paid = step(paymentId == null ? order : order.paidBy(paymentId), OrderStep.PAID);
        var now = clock.instant();
        agenda.cancel(ExpireOrder.KIND, order.id());
        agenda.schedule(GiveUpOrder.KIND, order.id(), now.plus(properties.fulfilmentTime()));
        events.paid(paid, now);
        return paid;
    }

    /** What was bought is open. */
    public Order fulfil(Order order) {
        agenda.cancel(GiveUpOrder.KIND, order.id());
        return step(order, OrderStep.FULFILLED);
    }

    /** Its time to pay is over. */
    Order expire(Order order) {
        return close(order, OrderStep.EXPIRED);
    }

    /** Its user does not want it any more. */
    public Order cancel(Order order) {
        agenda.cancel(ExpireOrder.KIND, order.id());
        return close(order, OrderStep.CANCELLED);
    }

    private Order close(Order order, OrderStep step) {
        var closed = step(order, step);
        order.items().stream()
                .filter(OrderItem::held)
                .sorted(Comparator.comparing(OrderItem::productId))
                .forEach(item -> stocks.giveBack(item.productId(), item.quantity()));
        if (order.couponCode() != null) {
            coupons.giveBack(order.couponCode(), order.userId());
        }
        events.closed(closed);
        return closed;
    }

    /** What was bought cannot be opened: its money has to go back, where it took any. */
    public Order giveUp(Order order) {
        agenda.cancel(GiveUpOrder.KIND, order.id());
        var payment = order.paymentId();
        if (payment == null) {
            return end(order, order.total());
        }
        var refunding = step(order, OrderStep.REFUND_REQUESTED);
        events.refundRequested(refunding, payment, order.total(), RefundCause.NOT_FULFILLED);
        return refunding;
    }

    /**
     * Money of the payment that paid it is back.
     *
     * @param refunded all that is so by now
     */
    public Order refund(Order order, Amount refunded) {
        if (refunded.minus(order.total()).minor() >= 0) {
            return end(order, refunded);
        }
        return step(order.refundedTo(refunded), OrderStep.PARTLY_REFUNDED);
    }

    private Order end(Order order, Amount refunded) {
        agenda.cancel(GiveUpOrder.KIND, order.id());
        var ended = step(order.refundedTo(refunded), OrderStep.REFUNDED);
        events.refunded(ended, order.state() == OrderState.FULFILLED, clock.instant());
        return ended;
    }

    /** A payment came that does not pay it. */
    public Order returnPayment(Order order, String paymentId, Amount amount, RefundCause cause) {
        var returned = step(order, OrderStep.PAYMENT_RETURNED);
        events.refundRequested(returned, paymentId, amount, cause);
        return returned;
    }

    private Order step(Order order, OrderStep step) {
        var after = order.after(step);
        orders.step(after, step, clock.instant());
        return after;
    }
}
