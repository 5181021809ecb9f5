package news.platform.thirdparty.charge;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import news.platform.error.DomainException;
import news.platform.thirdparty.channel.Statement;
import news.platform.thirdparty.v1.ThirdpartyReason;
import org.springframework.stereotype.Component;

/** Reads what a channel booked on a day, and finds out whose each line is. */
@Component
final class ReadStatement {
    private static final Duration LATER = Duration.ofMinutes(10);

    private final Channels channels;
    private final Charges charges;
    private final Refunds refunds;

    ReadStatement(Channels channels, Charges charges, Refunds refunds) {
        this.channels = channels;
        this.charges = charges;
        this.refunds = refunds;
    }

    /**
     * A line and whose it is.
     *
     * @param paymentId empty where it is none of ours
     * @param refundId empty where it is no refund, or none of ours
     */
    record Booked(Statement.Line line, String paymentId, String refundId) {}

    Statement read(String channel, LocalDate day) {
        return channels.require(channel).ask(asked -> asked.statement(day)).orElseThrow(() -> new DomainException(
                        ThirdpartyReason.STATEMENT_NOT_READY, channel + " has no statement of " + day + " yet")
                .retryAfter(LATER));
    }

    /** Whose these are, in their order. */
    List<Booked> booked(String channel, List<Statement.Line> lines) {
        Map<String, String> payments = charges.payments(channel, references(lines, false));
        Map<String, Refund> known = refunds.byReferences(channel, references(lines, true));
        return lines.stream()
                .map(line -> {
                    if (!line.refund()) {
                        return new Booked(line, payments.getOrDefault(line.reference(), ""), "");
                    }
                    var refund = known.get(line.reference());
                    return refund == null
                            ? new Booked(line, "", "")
                            : new Booked(line, refund.paymentId(), refund.refundId());
                })
                .toList();
    }

    private static List<String> references(List<Statement.Line> lines, boolean refund) {
        return lines.stream()
                .filter(line -> line.refund() == refund)
                .map(Statement.Line::reference)
                .distinct()
                .toList();
    }
}
