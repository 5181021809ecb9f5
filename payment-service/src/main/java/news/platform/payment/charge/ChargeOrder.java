package news.platform.payment.charge;

import java.time.Instant;
import news.platform.payment.ledger.Amount;

/**
 * What a payment channel is asked for.
 *
 * @param title what the payer reads
 * @param expireTime until when it can be paid
 */
public record ChargeOrder(
        String paymentId, String orderId, String channel, Amount amount, String title, Instant expireTime) {}
