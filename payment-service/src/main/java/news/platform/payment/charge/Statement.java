package news.platform.payment.charge;

import java.time.Instant;
import java.util.List;
import news.platform.payment.ledger.Amount;

/** What becomes of asking for what a payment channel booked on a day. */
public sealed interface Statement {
    /**
     * Here it is.
     *
     * @param start when the day begins, by the channel
     * @param end when it ends; not in it any more
     */
    record Ready(Instant start, Instant end, List<Line> lines) implements Statement {
        public Ready {
            lines = List.copyOf(lines);
        }
    }

    /** It has none yet, or does not answer. */
    record NotReady() implements Statement {}

    /** There is no such payment channel any more, or not for now. */
    record Unknown() implements Statement {}

    /**
     * Something that was booked.
     *
     * @param refund whether it went back
     * @param paymentId by whose charge; empty where that is none of ours
     * @param refundId empty where it is none of ours, or no refund
     * @param transactionId by what the channel knows it
     */
    record Line(boolean refund, String paymentId, String refundId, String transactionId, Amount amount, Instant time) {}
}
