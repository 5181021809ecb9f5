package news.platform.payment.intent;

import java.time.Instant;
import news.platform.payment.ledger.Amount;

/**
 * Money that a channel took from a payer.
 *
 * @param transactionId by what the channel knows it
 * @param time when, by the channel
 * @param counted whether it pays the order; what does not goes back by itself
 * @param surplus whether other money had paid the charge already, by the channel
 * @param refunded what of it goes back or is back, in minor units
 */
public record Capture(
        String paymentId,
        String transactionId,
        String channel,
        Amount amount,
        Instant time,
        boolean counted,
        boolean surplus,
        long refunded) {
    /** What can still go back. */
    public Amount left() {
        return amount.minus(refunded);
    }
}
