package news.platform.payment.intent;

import java.time.Instant;
import news.platform.payment.charge.ChargeOrder;
import news.platform.payment.charge.NextAction;
import news.platform.payment.ledger.Amount;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a user to pay an order. What is asked for never changes.
 *
 * @param channel over which payment channel
 * @param amount what the order costs
 * @param title what is bought, for the payer to read
 * @param expireTime until when the order can be paid
 * @param nextAction what the payer has to do; null where that is not known, or nothing
 * @param ending why it failed or was cancelled; empty otherwise
 * @param refunded what goes back or is back, in minor units
 * @param updateTime when its state changed last
 */
public record Payment(
        String id,
        String orderId,
        String userId,
        String channel,
        Amount amount,
        String title,
        Instant expireTime,
        PaymentState state,
        @Nullable NextAction nextAction,
        String ending,
        long refunded,
        Instant createTime,
        Instant updateTime) {
    /** One that begins. */
    public static Payment begun(ChargeOrder order, String userId, Instant now) {
        return new Payment(
                order.paymentId(),
                order.orderId(),
                userId,
                order.channel(),
                order.amount(),
                order.title(),
                order.expireTime(),
                PaymentState.CREATED,
                null,
                "",
                0,
                now,
                now);
    }

    /** What its channel is asked for. */
    public ChargeOrder charge() {
        return new ChargeOrder(id, orderId, channel, amount, title, expireTime);
    }

    public boolean is(PaymentState other) {
        return state == other;
    }

    /** Whether it has not ended. */
    public boolean isOpen() {
        return !state.isFinal();
    }

    /**
     * In another state.
     *
     * @param action what the payer has to do then; null where nothing
     * @param newEnding why it ended otherwise than well; empty otherwise
     * @throws IllegalStateException where that does not follow, see {@link PaymentState#next}
     */
    Payment in(PaymentState to, @Nullable NextAction action, String newEnding, Instant now) {
        if (!state.next().contains(to)) {
            throw new IllegalStateException(
                    "payment " + id + ": " + to + " after " + state + " (expected: one of " + state.next() + ")");
        }
        return new Payment(
                id,
                orderId,
                userId,
                channel,
                amount,
                title,
                expireTime,
                to,
                action,
                newEnding,
                refunded,
                createTime,
                now);
    }
}
