package news.platform.payment.refund;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import news.platform.error.DomainException;
import news.platform.payment.intent.Capture;
import news.platform.payment.intent.Captures;
import news.platform.payment.intent.OrderPayments;
import news.platform.payment.intent.Payment;
import news.platform.payment.intent.Payments;
import news.platform.payment.intent.TakeReport.GiveBack;
import news.platform.payment.ledger.Amount;
import news.platform.payment.ledger.Ledger;
import news.platform.payment.ledger.Transfer;
import news.platform.payment.v1.PaymentReason;
import news.platform.persistence.IdSource;
import news.platform.work.task.Agenda;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders that money goes back, in the transaction of its caller; all refunds of a capture together are never more than it is. */
@Component
final class OrderRefund implements GiveBack {
    /** So many refunds can a payment have: some channels take no more. */
    static final int LIMIT = 50;

    private final Payments payments;
    private final OrderPayments orders;
    private final Captures captures;
    private final Refunds refunds;
    private final Ledger ledger;
    private final Agenda agenda;
    private final IdSource ids;
    private final Clock clock;

    OrderRefund(
            Payments payments,
            OrderPayments orders,
            Captures captures,
            Refunds refunds,
            Ledger ledger,
            Agenda agenda,
            IdSource ids,
            Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.captures = captures;
        this.refunds = refunds;
        this.ledger = ledger;
        this.agenda = agenda;
        this.ids = ids;
        this.clock = clock;
    }

    /** What an administrator orders, under this id. */
    Refund order(String id, Draft draft, String adminId) {
        var payment = payments.find(draft.paymentId()).orElseThrow(OrderRefund::notFound);
        orders.lock(payment.orderId());
        var capture = captures.counted(payment.id())
                .orElseThrow(() -> new DomainException(
                        PaymentReason.NOTHING_CAPTURED, "the payment brought no money that could go back"));
        if (refunds.of(payment.id()).size() >= LIMIT) {
            throw new DomainException(PaymentReason.REFUNDS_FULL, "the payment has " + LIMIT + " refunds");
        }
        if (draft.amount() == null && capture.left().minorUnits() == 0) {
            throw new DomainException(PaymentReason.NOTHING_CAPTURED, "all that the payment brought is back already");
        }
        var amount = draft.amount() == null ? capture.left() : draft.amount();
        if (!amount.currency().equals(capture.amount().currency())
                || amount.minorUnits() > capture.left().minorUnits()
                || amount.minorUnits() <= 0) {
            throw DomainException.field(
                    PaymentReason.REFUND_TOO_LARGE,
                    "amount",
                    amount + " (expected: more than nothing, at most " + capture.left() + ")");
        }
        return add(id, capture, amount, draft.reason(), adminId);
    }

    /** All that is left of what paid an order, because nobody wants it any more; nothing where nothing is left. */
    void rest(String paymentId, String reason) {
        payments.find(paymentId).ifPresent(payment -> {
            orders.lock(payment.orderId());
            captures.counted(paymentId)
                    .filter(capture -> capture.left().minorUnits() > 0)
                    .ifPresent(capture -> add(ids.next(), capture, capture.left(), reason, Refund.SYSTEM));
        });
    }

    @Override
    public void uncounted(Payment payment, Capture capture) {
        add(ids.next(), capture, capture.amount(), "it pays no order", Refund.SYSTEM);
    }

    static DomainException notFound() {
        return new DomainException(PaymentReason.PAYMENT_NOT_FOUND, "no such payment");
    }

    private Refund add(String id, Capture capture, Amount amount, String reason, String by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var refund = new Refund(
                id,
                capture.paymentId(),
                capture.transactionId(),
                amount,
                RefundState.PENDING,
                reason,
                by,
                "",
                now,
                now);
        captures.refund(capture, amount.minorUnits());
        refunds.add(refund);
        if (capture.counted()) {
            ledger.post(Transfer.givenUp(id, capture.paymentId(), amount));
        }
        agenda.schedule(AskRefund.KIND, id, now);
        return refund;
    }

    /**
     * What is to go back.
     *
     * @param amount null: all that is left
     */
    record Draft(String paymentId, @Nullable Amount amount, String reason) {}
}
