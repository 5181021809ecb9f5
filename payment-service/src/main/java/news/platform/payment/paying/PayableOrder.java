package news.platform.payment.paying;

import java.time.Instant;
import news.platform.payment.ledger.Amount;

/**
 * An order that waits for money.
 *
 * @param amount what it costs
 * @param title what is bought, one visible line of 120 characters at most
 * @param expireTime until when it can be paid
 */
record PayableOrder(Amount amount, String title, Instant expireTime) {}
