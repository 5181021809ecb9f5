package news.platform.mall.order;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of what may happen to an order: from which states, and to which. Nothing else does. What each step brings about stands in
 * {@link AdvanceOrder}, both in the service's README, which a test holds to this.
 */
public enum OrderStep {
    PLACED(Set.of(), OrderState.CREATED),
    PAYMENT_AWAITED(Set.of(OrderState.CREATED), OrderState.AWAITING_PAYMENT),
    PAID(Set.of(OrderState.CREATED, OrderState.AWAITING_PAYMENT), OrderState.PAID),
    FULFILLED(Set.of(OrderState.PAID), OrderState.FULFILLED),
    EXPIRED(Set.of(OrderState.AWAITING_PAYMENT), OrderState.EXPIRED),
    CANCELLED(Set.of(OrderState.AWAITING_PAYMENT), OrderState.CANCELLED),
    REFUND_REQUESTED(Set.of(OrderState.PAID), OrderState.REFUNDING),
    PARTLY_REFUNDED(Set.of(OrderState.PAID, OrderState.FULFILLED, OrderState.REFUNDING), null),
    REFUNDED(Set.of(OrderState.PAID, OrderState.FULFILLED, OrderState.REFUNDING), OrderState.REFUNDED),
    PAYMENT_RETURNED(EnumSet.complementOf(EnumSet.of(OrderState.CREATED)), null);

    private final Set<OrderState> from;
    private final @Nullable OrderState to;

    OrderStep(Set<OrderState> from, @Nullable OrderState to) {
        this.from = from;
        this.to = to;
    }

    /** Whether it may happen to an order that stands so. */
    boolean isPossible(OrderState state) {
        return from.contains(state);
    }

    /** How an order stands after it. */
    OrderState after(OrderState state) {
        if (!isPossible(state)) {
            throw new IllegalStateException(this + " of an order that is " + state + " (expected: " + from + ")");
        }
        return to == null ? state : to;
    }
}
