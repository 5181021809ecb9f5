package news.platform.payment.intent;

import java.util.EnumSet;
import java.util.Set;

/** How a payment stands. What may follow what is said here and nowhere else; {@code docs/money.md} shows the same table. */
public enum PaymentState {
    /** The channel is being asked for a charge. */
    CREATED,
    /** The payer has to act. */
    REQUIRES_ACTION,
    /** The payer has acted, the channel has not decided yet. */
    PROCESSING,
    /** The channel has the money, and the order is paid. */
    SUCCEEDED,
    /** It was refused. */
    FAILED,
    /** Nobody paid in time, or another payment was sooner. */
    CANCELLED;

    /** What may follow: only what comes later, and nothing after an end. */
    public Set<PaymentState> next() {
        return switch (this) {
            case CREATED -> EnumSet.of(REQUIRES_ACTION, PROCESSING, SUCCEEDED, FAILED, CANCELLED);
            case REQUIRES_ACTION -> EnumSet.of(PROCESSING, SUCCEEDED, FAILED, CANCELLED);
            case PROCESSING -> EnumSet.of(SUCCEEDED, FAILED, CANCELLED);
            case SUCCEEDED, FAILED, CANCELLED -> EnumSet.noneOf(PaymentState.class);
        };
    }

    /** Whether it stays so. */
    public boolean isFinal() {
        return next().isEmpty();
    }
}
