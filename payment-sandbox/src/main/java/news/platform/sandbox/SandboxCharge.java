package news.platform.sandbox;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money asked for.
 *
 * @param token by which whoever pays finds it: nobody guesses it
 * @param transactionId by what the sandbox knows the money; empty before it came
 * @param payTime null before it came
 */
record SandboxCharge(
        String token,
        Order order,
        State state,
        String transactionId,
        @Nullable Instant payTime) {
    /** What was asked for. */
    record Order(
            String reference,
            long amountMinor,
            String currency,
            String description,
            Instant expireTime,
            URI notifyUrl) {
        /** Whether both ask for the same. */
        boolean isSame(Order other) {
            return amountMinor == other.amountMinor && currency.equals(other.currency);
        }
    }

    /** How it stands. */
    enum State {
        PENDING,
        PAID,
        FAILED,
        CLOSED
    }

    SandboxCharge in(State newState) {
        return new SandboxCharge(token, order, newState, transactionId, payTime);
    }

    SandboxCharge paid(String newTransactionId, Instant time) {
        return new SandboxCharge(token, order, State.PAID, newTransactionId, time);
    }
}
