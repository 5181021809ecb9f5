package news.platform.payment.paying;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.payment.charge.ChargeClient;
import news.platform.payment.charge.ChargeOrder;
import news.platform.payment.charge.ChargeReport;
import news.platform.payment.intent.OrderPayments;
import news.platform.payment.intent.Payment;
import news.platform.payment.intent.PaymentState;
import news.platform.payment.intent.Payments;
import news.platform.payment.intent.QuerySchedule;
import news.platform.payment.intent.TakeReport;
import news.platform.payment.v1.PaymentReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins a payment, in two steps. The first one writes it down before the channel is asked, so that there is no charge without a
 * payment, whatever dies; it may be taken several times under one id.
 */
@Component
final class BeginPayment {
    /** So often can it be tried to pay an order. */
    static final int LIMIT = 20;

    private final MallClient mall;
    private final ChargeClient charges;
    private final Payments payments;
    private final OrderPayments orders;
    private final TakeReport taking;
    private final QuerySchedule schedule;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BeginPayment(
            MallClient mall,
            ChargeClient charges,
            Payments payments,
            OrderPayments orders,
            TakeReport taking,
            QuerySchedule schedule,
            TransactionTemplate transaction,
            Clock clock) {
        this.mall = mall;
        this.charges = charges;
        this.payments = payments;
        this.orders = orders;
        this.taking = taking;
        this.schedule = schedule;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Writes the payment down and asks the channel for a charge.
     *
     * @return what the channel says; empty where it was heard before
     */
    Optional<ChargeReport> ask(String id, String orderId, String channel, String userId) {
        var payment = payments.find(id).orElseGet(() -> begin(id, orderId, channel, userId));
        return payment.is(PaymentState.CREATED) ? Optional.of(charges.create(payment.charge())) : Optional.empty();
    }

    /** The payment after what the channel says; in one transaction. */
    Payment take(String id, Optional<ChargeReport> report) {
        return Objects.requireNonNull(transaction.execute(
                _ -> report.flatMap(taking::take).or(() -> payments.find(id)).orElseThrow()));
    }

    private Payment begin(String id, String orderId, String channel, String userId) {
        var order = mall.payable(orderId, userId);
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (!orders.lock(orderId)) {
                requirePayable(orderId);
            }
            var payment = Payment.begun(
                    new ChargeOrder(id, orderId, channel, order.amount(), order.title(), order.expireTime()),
                    userId,
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            payments.add(payment);
            schedule.begin(payment);
            return payment;
        }));
    }

    /** Refuses where the order, which was heard of before, is not to be paid by another one. */
    private void requirePayable(String orderId) {
        if (orders.isClosed(orderId)) {
            throw new DomainException(PaymentReason.ORDER_NOT_PAYABLE, "the order does not wait for money any more");
        }
        if (orders.isPaid(orderId)) {
            throw new DomainException(PaymentReason.ORDER_PAID, "the order is paid");
        }
        if (payments.count(orderId) >= LIMIT) {
            throw new DomainException(PaymentReason.PAYMENTS_FULL, "it was tried " + LIMIT + " times to pay the order");
        }
    }
}
