package news.platform.thirdparty.channel;

import java.time.Instant;
import java.util.List;

/**
 * What a channel booked on a day.
 *
 * @param start when its day begins
 * @param end when it ends
 */
public record Statement(Instant start, Instant end, List<Line> lines) {
    public Statement {
        lines = List.copyOf(lines);
    }

    /**
     * Something booked.
     *
     * @param refund whether it went back
     * @param reference what we call the charge or the refund
     * @param transactionId by what the channel knows the money that came, or its refund
     */
    public record Line(boolean refund, String reference, String transactionId, Amount amount, Instant time) {}
}
