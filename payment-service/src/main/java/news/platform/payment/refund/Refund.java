package news.platform.payment.refund;

import java.time.Instant;
import news.platform.payment.ledger.Amount;

/**
 * Money on its way back to its payer. What is ordered never changes.
 *
 * @param transactionId which of the payment's captures goes back
 * @param reason why, for administrators
 * @param orderedBy a user's id, or {@link #SYSTEM}
 * @param ending why the channel did not do it; empty otherwise
 * @param updateTime when its state changed last
 */
record Refund(
        String id,
        String paymentId,
        String transactionId,
        Amount amount,
        RefundState state,
        String reason,
        String orderedBy,
        String ending,
        Instant createTime,
        Instant updateTime) {
    /** Who orders what the platform gives back by itself. */
    static final String SYSTEM = "system";

    boolean isOpen() {
        return !state.isFinal();
    }

    /**
     * In another state.
     *
     * @throws IllegalStateException where that does not follow, see {@link RefundState#next}
     */
    Refund in(RefundState to, String newEnding, Instant now) {
        if (!state.next().contains(to)) {
            throw new IllegalStateException(
                    "refund " + id + ": " + to + " after " + state + " (expected: one of " + state.next() + ")");
        }
        return new Refund(id, paymentId, transactionId, amount, to, reason, orderedBy, newEnding, createTime, now);
    }
}
