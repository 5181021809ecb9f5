package news.platform.payment.paying;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.platform.error.DomainException;
import news.platform.payment.intent.Payment;
import news.platform.payment.intent.Payments;
import news.platform.payment.v1.PaymentReason;
import org.springframework.stereotype.Component;

/** Shows a payment to whoever pays, at once or when it has ended. */
@Component
final class AwaitPayment {
    /** So often those who wait look by themselves: events may be late. */
    private static final Duration GLANCE = Duration.ofSeconds(3);

    private final Payments payments;
    private final EndedPayments ended;
    private final Clock clock;

    AwaitPayment(Payments payments, EndedPayments ended, Clock clock) {
        this.payments = payments;
        this.ended = ended;
        this.clock = clock;
    }

    /** As it is when it has ended, or after this time. */
    Payment await(String paymentId, String userId, Duration wait) {
        var until = clock.instant().plus(wait);
        while (true) {
            // before looking, so that no end is missed
            var latch = ended.enter(paymentId);
            try {
                var payment = find(paymentId, userId);
                var left = Duration.between(clock.instant(), until);
                if (!payment.isOpen() || !left.isPositive() || !waited(latch, left)) {
                    return payment;
                }
            } finally {
                ended.leave(paymentId, latch);
            }
        }
    }

    /** Waits until there may be something new; false where nobody waits any more. */
    private static boolean waited(CountDownLatch latch, Duration left) {
        try {
            latch.await(Math.min(left.toMillis(), GLANCE.toMillis()), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            // the client is gone, or the service ends
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Payment find(String paymentId, String userId) {
        return payments.find(paymentId)
                .filter(payment -> payment.userId().equals(userId))
                .orElseThrow(() -> new DomainException(PaymentReason.PAYMENT_NOT_FOUND, "no such payment"));
    }
}
