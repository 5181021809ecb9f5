package news.platform.payment.refund;

import java.util.EnumSet;
import java.util.Set;

/** How a refund stands. What may follow what is said here and nowhere else; {@code docs/money.md} shows the same table. */
enum RefundState {
    /** The channel is asked for it, or has not done it yet. */
    PENDING,
    /** The payer has the money back. */
    SUCCEEDED,
    /** The channel will not give it back. */
    FAILED;

    /** What may follow: nothing after an end. */
    Set<RefundState> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(SUCCEEDED, FAILED);
            case SUCCEEDED, FAILED -> EnumSet.noneOf(RefundState.class);
        };
    }

    /** Whether it stays so. */
    boolean isFinal() {
        return next().isEmpty();
    }
}
