package news.platform.payment.refund;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import news.platform.payment.casework.Cases;
import news.platform.payment.casework.Difference;
import news.platform.payment.charge.RefundReport;
import news.platform.payment.intent.Capture;
import news.platform.payment.intent.Captures;
import news.platform.payment.intent.OrderPayments;
import news.platform.payment.intent.Payment;
import news.platform.payment.intent.PaymentEvents;
import news.platform.payment.intent.Payments;
import news.platform.payment.ledger.Ledger;
import news.platform.payment.ledger.Transfer;
import org.springframework.stereotype.Component;

/** Takes what a channel says of a refund, whoever brings it: in the transaction of its caller, and as often as it comes. */
@Component
final class TakeRefundReport {
    private static final String NO_CHANNEL = "no such payment channel is set up";

    private final Payments payments;
    private final OrderPayments orders;
    private final Captures captures;
    private final Refunds refunds;
    private final Ledger ledger;
    private final PaymentEvents events;
    private final Cases cases;
    private final Clock clock;

    TakeRefundReport(
            Payments payments,
            OrderPayments orders,
            Captures captures,
            Refunds refunds,
            Ledger ledger,
            PaymentEvents events,
            Cases cases,
            Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.captures = captures;
        this.refunds = refunds;
        this.ledger = ledger;
        this.events = events;
        this.cases = cases;
        this.clock = clock;
    }

    void take(RefundReport report) {
        refunds.find(report.refundId()).ifPresent(known -> {
            var payment = payments.find(known.paymentId()).orElseThrow();
            orders.lock(payment.orderId());
            // whoever locked the order before may have changed it
            var refund = refunds.find(known.id()).orElseThrow();
            var capture =
                    captures.find(refund.paymentId(), refund.transactionId()).orElseThrow();
            switch (report) {
                case RefundReport.Pending _ -> {}
                case RefundReport.Unknown _ -> unknown(capture, refund);
                case RefundReport.Succeeded _ -> succeeded(payment, capture, refund);
                case RefundReport.Failed failed -> failed(capture, refund, failed.reason());
            }
        });
    }

    private void succeeded(Payment payment, Capture capture, Refund refund) {
        if (!refund.isOpen()) {
            differs(refund, RefundState.SUCCEEDED, capture);
            return;
        }
        var after = advance(refund, RefundState.SUCCEEDED, "");
        ledger.post(Transfer.paidOut(refund.id(), payment.id(), capture.channel(), refund.amount()));
        if (capture.counted()) {
            var total = refunds.back(payment.id(), capture.transactionId());
            events.refunded(payment, refund.id(), refund.amount(), total, after.updateTime());
        }
    }

    private void failed(Capture capture, Refund refund, String reason) {
        if (!refund.isOpen()) {
            differs(refund, RefundState.FAILED, capture);
            return;
        }
        advance(refund, RefundState.FAILED, reason);
        captures.refund(capture, -refund.amount().minorUnits());
        if (capture.counted()) {
            ledger.post(Transfer.kept(refund.id(), refund.paymentId(), refund.amount()));
        }
        cases.open(Difference.ofState(
                capture.channel(), subject(refund), "to go back: " + refund.amount(), "refused: " + reason));
    }

    /** Whoever sets the channel up again has it done; until then its payer waits for money that nobody asks for. */
    private void unknown(Capture capture, Refund refund) {
        if (refund.isOpen()) {
            cases.open(Difference.ofState(
                    capture.channel(), subject(refund), "to go back: " + refund.amount(), NO_CHANNEL));
        }
    }

    /** It has ended here; another end there is a person's to look into. */
    private void differs(Refund refund, RefundState there, Capture capture) {
        if (refund.state() != there) {
            cases.open(Difference.ofState(capture.channel(), subject(refund), refund.state(), there));
        }
    }

    private Refund advance(Refund refund, RefundState to, String ending) {
        var after = refund.in(to, ending, clock.instant().truncatedTo(ChronoUnit.MICROS));
        refunds.advance(refund.state(), after);
        return after;
    }

    private static String subject(Refund refund) {
        return "refunds/" + refund.id();
    }
}
