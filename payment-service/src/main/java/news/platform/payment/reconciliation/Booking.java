package news.platform.payment.reconciliation;

import java.time.Instant;
import news.platform.payment.ledger.Amount;

/**
 * What we say of something that a channel books: a capture or a refund.
 *
 * @param subject {@code payments/ID} or {@code refunds/ID}
 * @param key by what the statement names it: the transaction of a capture, the refund's own id
 * @param done whether we say that it is; a refund may be on its way, or refused
 * @param time when
 */
record Booking(String subject, String key, Amount amount, boolean done, Instant time) {
    /** What people read in a case. */
    @Override
    public String toString() {
        return (done ? "" : "not done: ") + amount + " at " + time;
    }
}
