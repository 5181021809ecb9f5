package news.platform.notification.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import news.platform.entitlement.v1.Right;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.notification.NotificationServiceTest;
import news.platform.notification.v1.Notification;
import news.platform.payment.v1.PaymentRefunded;
import news.platform.payment.v1.PaymentSucceeded;
import news.platform.persistence.Instants;
import news.platform.proto.Moneys;
import news.platform.proto.Timestamps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PurchasesIT extends NotificationServiceTest {
    private static final Duration LEAD = Duration.ofDays(3);

    private final String ann = newUser();
    private final String order = UUID.randomUUID().toString();

    @BeforeEach
    void paymentsAreHeardOf() {
        if (!hears("PaymentsHandler")) {
            await().pollInterval(Duration.ofMillis(300)).until(() -> {
                send(paid("nobody").build());
                return hears("PaymentsHandler");
            });
        }
    }

    @Test
    void tellsWhoPaidThatTheMoneyHasComeAndThatItIsBack() {
        send(paid(ann).build());
        told(ann, 1);
        send(PaymentRefunded.newBuilder()
                .setOrderId(order)
                .setVersion(2)
                .setRefundId("refund-" + order)
                .setUserId(ann)
                .setAmount(Moneys.of("JPY", 600))
                .setWhole(true)
                .setTime(Timestamps.of(now()))
                .build());

        assertThat(told(ann, 2))
                .extracting(Notification::getKind, Notification::getTitle, Notification::getBody, Notification::getLink)
                .containsExactly(
                        tuple(
                                "purchases",
                                "JPY 600 went back to you",
                                "That is all that you paid.",
                                "/orders/" + order),
                        tuple(
                                "purchases",
                                "Your payment of KWD 1.501 has come",
                                "Thank you. What you bought is open.",
                                "/orders/" + order));
    }

    @Test
    void remindsOfAMembershipThatEndsAndNotOfOneThatWasRenewed() {
        var bob = newUser();
        var end = now().plus(LEAD).plus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.MICROS);
        holds(ann, 1, end);
        holds(bob, 1, end);
        holds(bob, 2, end.plus(Duration.ofDays(30)));
        awaitEnd(ann, end);
        awaitEnd(bob, end.plus(Duration.ofDays(30)));

        clock.advance(Duration.ofMinutes(2));

        assertThat(told(ann, 1)).first().extracting(Notification::getKind).isEqualTo("purchases");
        assertThat(list(ann).getFirst().getTitle()).startsWith("Your membership ends on ");
        assertThat(list(bob)).isEmpty();
    }

    /** Waits until it is known when this user's membership ends. */
    private void awaitEnd(String userId, Instant end) {
        await().until(
                        () -> jdbc.sql("select end_time from membership where user_id = :user")
                                .param("user", userId)
                                .query((row, _) -> Instants.of(row, "end_time"))
                                .optional(),
                        known -> known.equals(Optional.of(end)));
    }

    private void holds(String userId, long version, Instant until) {
        send(UserEntitlementsChanged.newBuilder()
                .setUserId(userId)
                .setVersion(version)
                .addRights(Right.newBuilder()
                        .setScope("plans/premium")
                        .setFrom(Timestamps.of(now()))
                        .setUntil(Timestamps.of(until)))
                .build());
    }

    private PaymentSucceeded.Builder paid(String userId) {
        return PaymentSucceeded.newBuilder()
                .setOrderId(order)
                .setVersion(1)
                .setPaymentId(UUID.randomUUID().toString())
                .setUserId(userId)
                .setAmount(Moneys.of("KWD", 1501))
                .setTime(Timestamps.of(now()));
    }
}
