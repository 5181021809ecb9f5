package news.platform.payment.intent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import news.platform.payment.casework.Cases;
import news.platform.payment.casework.Difference;
import news.platform.payment.charge.ChargeReport;
import news.platform.payment.charge.ChargeReport.Paid;
import news.platform.payment.charge.NextAction;
import news.platform.payment.ledger.Ledger;
import news.platform.payment.ledger.Transfer;
import news.platform.payment.reconciliation.ReconciliationPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes what a channel says of a payment, whoever brings it: in the transaction of its caller, in any order, and as often as it comes.
 * Money is never dropped: what does not pay the order is booked and goes back.
 */
@Component
public final class TakeReport {
    private static final String OTHER_AMOUNT = "another amount was paid than was asked for";
    private static final String ORDER_CLOSED = "the order was closed";
    private static final String OTHER_PAYMENT = "another payment of the order succeeded";

    private final Payments payments;
    private final OrderPayments orders;
    private final Captures captures;
    private final Ledger ledger;
    private final PaymentEvents events;
    private final GiveBack giveBack;
    private final Cases cases;
    private final QuerySchedule schedule;
    private final ReconciliationPlan reconciliation;
    private final Clock clock;

    TakeReport(
            Payments payments,
            OrderPayments orders,
            Captures captures,
            Ledger ledger,
            PaymentEvents events,
            GiveBack giveBack,
            Cases cases,
            QuerySchedule schedule,
            ReconciliationPlan reconciliation,
            Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.captures = captures;
        this.ledger = ledger;
        this.events = events;
        this.giveBack = giveBack;
        this.cases = cases;
        this.schedule = schedule;
        this.reconciliation = reconciliation;
        this.clock = clock;
    }

    /** The payment after it; empty where there is none. */
    public Optional<Payment> take(ChargeReport report) {
        var id = report.paymentId();
        var ofOrder = locked(id);
        var known = ofOrder.stream().filter(payment -> payment.id().equals(id)).findFirst();
        if (known.isEmpty()) {
            unknown(report);
        }
        return known.map(payment -> after(
                payment,
                ofOrder.stream().filter(other -> !other.id().equals(id)).toList(),
                report));
    }

    private Payment after(Payment payment, List<Payment> others, ChargeReport report) {
        return switch (report) {
            case ChargeReport.Pending pending ->
                payment.is(PaymentState.CREATED) && pending.action().isPresent()
                        ? advance(
                                payment,
                                PaymentState.REQUIRES_ACTION,
                                pending.action().get(),
                                "")
                        : payment;
            case ChargeReport.Processing _ ->
                payment.state().next().contains(PaymentState.PROCESSING)
                        ? advance(payment, PaymentState.PROCESSING, null, "")
                        : payment;
            case Paid paid -> paid(payment, others, paid);
            case ChargeReport.Failed failed -> end(payment, PaymentState.FAILED, failed.reason());
            case ChargeReport.Closed _ -> end(payment, PaymentState.CANCELLED, "it was not paid in time");
            case ChargeReport.Missing _, ChargeReport.Silent _ -> payment;
        };
    }

    /** Cancels a payment that nobody wants any more, unless it has ended, and has its channel see to it that nobody pays it. */
    void giveUp(Payment payment, String ending) {
        if (payment.isOpen()) {
            end(payment, PaymentState.CANCELLED, ending);
            schedule.close(payment, clock.instant());
        }
    }

    /** The order is not to be paid any more. */
    public void orderClosed(String orderId) {
        orders.lock(orderId);
        orders.close(orderId);
        payments.open(orderId).forEach(payment -> giveUp(payment, ORDER_CLOSED));
    }

    /** Ends a payment otherwise than well, unless it has ended. */
    private Payment end(Payment payment, PaymentState to, String ending) {
        if (!payment.isOpen()) {
            return payment;
        }
        var ended = advance(payment, to, null, ending);
        if (to == PaymentState.FAILED) {
            events.failed(ended);
        } else {
            events.cancelled(ended);
        }
        return ended;
    }

    /** A payment and the others of its order, which is locked, so that nothing else happens to them meanwhile. */
    private List<Payment> locked(String paymentId) {
        return orders.lockOf(paymentId) ? payments.siblings(paymentId) : List.of();
    }

    private Payment paid(Payment payment, List<Payment> others, Paid paid) {
        boolean asAsked = paid.amount().equals(payment.amount());
        boolean counts =
                asAsked && payment.isOpen() && others.stream().noneMatch(other -> other.is(PaymentState.SUCCEEDED));
        var capture = new Capture(
                payment.id(),
                paid.transactionId(),
                paid.channel(),
                paid.amount(),
                paid.time().truncatedTo(ChronoUnit.MICROS),
                counts,
                paid.surplus(),
                0);
        if (!captures.add(capture)) {
            return payment;
        }
        reconciliation.begin(capture.channel(), capture.time());
        var captured = Transfer.captured(payment.id(), capture.transactionId(), capture.channel(), capture.amount());
        if (counts) {
            ledger.post(captured, Transfer.sold(payment.id(), payment.amount()));
            return succeed(payment, others, capture.time());
        }
        ledger.post(captured);
        giveBack.uncounted(payment, capture);
        if (asAsked) {
            return payment;
        }
        cases.open(Difference.ofAmount(payment.channel(), "payments/" + payment.id(), payment.amount(), paid.amount()));
        return end(payment, PaymentState.FAILED, OTHER_AMOUNT);
    }

    private Payment succeed(Payment payment, List<Payment> others, Instant time) {
        var succeeded = advance(payment, PaymentState.SUCCEEDED, null, "");
        events.succeeded(succeeded, time);
        others.forEach(other -> giveUp(other, OTHER_PAYMENT));
        return succeeded;
    }

    private Payment advance(Payment payment, PaymentState to, @Nullable NextAction action, String ending) {
        var after = payment.in(to, action, ending, clock.instant().truncatedTo(ChronoUnit.MICROS));
        payments.advance(payment.state(), after);
        if (to.isFinal()) {
            schedule.end(payment);
        }
        return after;
    }

    /** Money for a payment that is not here is a person's to look into. */
    private void unknown(ChargeReport report) {
        if (report instanceof Paid paid) {
            cases.open(Difference.missingHere(
                    paid.channel(),
                    "payments/" + paid.paymentId(),
                    paid.amount() + " by transaction " + paid.transactionId()));
        }
    }

    /** Gives back what came though nobody wants it. */
    public interface GiveBack {
        /** Orders that all of it goes back, in the current transaction. */
        void uncounted(Payment payment, Capture capture);
    }
}
