package news.platform.payment.refund;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.google.type.Money;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import news.platform.mall.v1.OrderRefundRequested;
import news.platform.mall.v1.RefundCause;
import news.platform.payment.PaymentServiceTest;
import news.platform.payment.v1.CaseServiceGrpc;
import news.platform.payment.v1.CreateRefundRequest;
import news.platform.payment.v1.ListCasesRequest;
import news.platform.payment.v1.Payment;
import news.platform.payment.v1.PaymentRefunded;
import news.platform.payment.v1.PaymentState;
import news.platform.payment.v1.Refund;
import news.platform.payment.v1.RefundState;
import news.platform.proto.Moneys;
import news.platform.thirdparty.v1.Amount;
import news.platform.thirdparty.v1.ChargeRefundFailed;
import news.platform.thirdparty.v1.ChargeRefunded;
import news.platform.thirdparty.v1.ChargeState;
import news.platform.thirdparty.v1.ThirdpartyReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefundsIT extends PaymentServiceTest {
    @Test
    void givesBackInPartsAndNeverMoreThanWasPaid() {
        var payment = paid();

        refunded(payment, cny(1000));
        refunded(payment, cny(900));

        assertRefused("REFUND_TOO_LARGE", () -> refunded(payment, cny(100)), "amount");
        assertThatThrownBy(() -> refunded(payment, cny(100)))
                .hasMessageContaining("amount: 1.00 CNY (expected: more than nothing, at most 0.99 CNY)");
        var allOfIt = CreateRefundRequest.newBuilder()
                .setPaymentId(payment.getId())
                .setReason("all of it")
                .build();
        var rest = admin().createRefund(allOfIt).getRefund();
        assertThat(rest.getAmount()).isEqualTo(cny(99));
        assertRefused("REFUND_TOO_LARGE", () -> refunded(payment, cny(1)), "amount");
        assertRefused("NOTHING_CAPTURED", () -> admin().createRefund(allOfIt));
        await().untilAsserted(() -> assertThat(refunds(payment))
                .hasSize(3)
                .allMatch(refund -> refund.getState() == RefundState.REFUND_STATE_SUCCEEDED));
        assertThat(shown(payment))
                .returns(PaymentState.PAYMENT_STATE_SUCCEEDED, Payment::getState)
                .returns(PRICE, Payment::getRefundedAmount);
        assertThat(events.of(PaymentRefunded.getDefaultInstance(), order))
                .hasSize(3)
                .filteredOn(PaymentRefunded::getWhole)
                .singleElement()
                .returns(PRICE, PaymentRefunded::getTotal);
    }

    @Test
    void givesBackWhatMallServiceDoesNotWant() {
        var payment = paid();
        refunded(payment, cny(999));

        tell(unwanted(payment));
        tell(unwanted(payment));

        await().untilAsserted(() -> assertThat(events.of(PaymentRefunded.getDefaultInstance(), order))
                .extracting(PaymentRefunded::getWhole)
                .containsExactlyInAnyOrder(false, true));
        assertThat(refunds(payment))
                .extracting(Refund::getAmount, Refund::getReason)
                .containsExactly(tuple(cny(999), "goodwill"), tuple(cny(1000), "the order was closed"));
    }

    @Test
    void givesBackByItselfWhatComesAfterTheEndOrTwice() {
        var cancelled = begun();
        tell(channel.ends(cancelled.getId(), ChargeState.CHARGE_STATE_CLOSED));
        awaited(cancelled, PaymentState.PAYMENT_STATE_CANCELLED);
        var payment = paid();

        tell(channel.pays(cancelled.getId()));
        tell(channel.paid(payment.getId(), "again-" + order).toBuilder()
                .setSurplus(true)
                .build());

        await().untilAsserted(() -> assertThat(refunds(cancelled))
                .extracting(Refund::getState)
                .containsExactly(RefundState.REFUND_STATE_SUCCEEDED));
        await().untilAsserted(() -> assertThat(refunds(payment))
                .extracting(Refund::getState)
                .containsExactly(RefundState.REFUND_STATE_SUCCEEDED));
        assertThat(channel.refund(refunds(payment).getFirst().getId()).getTransactionId())
                .isEqualTo("again-" + order);
        assertThat(channel.refund(refunds(cancelled).getFirst().getId()).getTransactionId())
                .isEmpty();
        assertThat(shown(payment).hasRefundedAmount()).isFalse();
        assertThat(shown(cancelled).getState()).isEqualTo(PaymentState.PAYMENT_STATE_CANCELLED);
        assertThat(events.facts(order)).containsExactly("cancelled 1", "succeeded 2");
    }

    @Test
    void givesBackAnotherAmountAndHasSomebodyLookIntoIt() {
        var payment = begun();

        tell(channel.paid(payment.getId(), "tx-" + order).toBuilder()
                .setAmount(Amount.newBuilder().setMinorUnits(1).setCurrencyCode("CNY"))
                .build());

        awaited(payment, PaymentState.PAYMENT_STATE_FAILED);
        await().untilAsserted(() -> assertThat(refunds(payment))
                .extracting(Refund::getAmount, Refund::getState)
                .containsExactly(tuple(cny(1), RefundState.REFUND_STATE_SUCCEEDED)));
        assertThat(differences("payments/" + payment.getId())).containsExactly("AMOUNT");
    }

    @Test
    void opensACaseForWhatTheChannelRefusesAndCanOrderItAgain() {
        channel.refunds(news.platform.thirdparty.v1.RefundState.REFUND_STATE_FAILED);
        var payment = paid();
        var refused = refunded(payment, PRICE);

        await().untilAsserted(() -> assertThat(refunds(payment).getFirst())
                .returns(RefundState.REFUND_STATE_FAILED, Refund::getState)
                .returns("the account is closed", Refund::getEnding));
        channel.refunds(news.platform.thirdparty.v1.RefundState.REFUND_STATE_SUCCEEDED);
        refunded(payment, PRICE);

        await().untilAsserted(() -> assertThat(events.facts(order)).containsExactly("succeeded 1", "refunded 2"));
        assertThat(differences("refunds/" + refused.getId())).containsExactly("STATE");
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUND_DIFFERS", "CHARGE_NOT_PAID", "CHARGE_NOT_FOUND"})
    void opensACaseForWhatIsRefusedForGoodBeforeTheChannelIsAsked(ThirdpartyReason reason) {
        channel.refusesRefunds(reason);
        var payment = paid();
        var refused = refunded(payment, PRICE);

        await().untilAsserted(() -> assertThat(refunds(payment).getFirst())
                .returns(RefundState.REFUND_STATE_FAILED, Refund::getState)
                .returns(reason.name(), Refund::getEnding));
        assertThat(differences("refunds/" + refused.getId())).containsExactly("STATE");
        assertThat(shown(payment).hasRefundedAmount()).isFalse();
    }

    @Test
    void waitsForAChannelThatIsNotSetUpAndHasSomebodyLookIntoIt() {
        channel.refusesRefunds(ThirdpartyReason.CHANNEL_UNKNOWN);
        var payment = paid();
        var waiting = refunded(payment, PRICE);

        await().untilAsserted(() ->
                assertThat(differences("refunds/" + waiting.getId())).containsExactly("STATE"));
        assertThat(refunds(payment).getFirst().getState()).isEqualTo(RefundState.REFUND_STATE_PENDING);
        channel.refusesRefunds(null);
        clock.advance(Duration.ofMinutes(2));

        await().untilAsserted(() -> assertThat(events.facts(order)).containsExactly("succeeded 1", "refunded 2"));
    }

    @Test
    void takesWhatTheChannelTellsOfARefundOnceHoweverOften() {
        channel.refunds(news.platform.thirdparty.v1.RefundState.REFUND_STATE_PENDING);
        var payment = paid();
        var refund = refunded(payment, PRICE);
        await().until(() -> channel.refunds().containsKey(refund.getId()));

        tell(back(payment, refund.getId()));
        tell(back(payment, refund.getId()));
        tell(ChargeRefundFailed.newBuilder()
                .setPaymentId(payment.getId())
                .setVersion(9)
                .setRefundId(refund.getId())
                .build());

        await().untilAsserted(() ->
                assertThat(differences("refunds/" + refund.getId())).containsExactly("STATE"));
        assertThat(events.facts(order)).containsExactly("succeeded 1", "refunded 2");
    }

    @Test
    void asksAgainForWhatIsPending() {
        channel.refunds(news.platform.thirdparty.v1.RefundState.REFUND_STATE_PENDING);
        var payment = paid();
        var refund = refunded(payment, PRICE);
        await().until(() -> channel.refunds().containsKey(refund.getId()));

        channel.refunds(news.platform.thirdparty.v1.RefundState.REFUND_STATE_SUCCEEDED);
        clock.advance(Duration.ofMinutes(2));

        await().untilAsserted(() -> assertThat(events.facts(order)).containsExactly("succeeded 1", "refunded 2"));
    }

    @Test
    void hasSomebodyLookIntoWhatNobodyHereOrdered() {
        var payment = paid();

        tell(back(payment, "").toBuilder().setChannelRefundId("cr-" + order).build());

        await().untilAsserted(() ->
                assertThat(differences("transactions/cr-" + order)).containsExactly("MISSING_HERE"));
    }

    @Test
    void saysWhyItDoesNotGiveBack() {
        var payment = begun();

        assertInvalid(() -> admin().createRefund(CreateRefundRequest.getDefaultInstance()), "paymentId", "reason");
        assertRefused("NOTHING_CAPTURED", () -> refunded(payment, PRICE));
        paid(payment);
        assertInvalid(
                () -> refunded(
                        payment,
                        Moneys.of("KWD", 1).toBuilder().setCurrencyCode("CNY").build()),
                "amount");
        assertRefused("REFUND_TOO_LARGE", () -> refunded(payment, Moneys.of("USD", 1)), "amount");
        assertRefused("REFUND_TOO_LARGE", () -> refunded(payment, cny(-1)), "amount");
        assertRefused("REFUND_TOO_LARGE", () -> refunded(payment, cny(0)), "amount");
        assertRefused(
                "PAYMENT_NOT_FOUND",
                () -> refunded(
                        payment.toBuilder().setId(UUID.randomUUID().toString()).build(), PRICE));
    }

    @Test
    void givesBackOnlySoOften() {
        var payment = paid();
        IntStream.range(0, OrderRefund.LIMIT).forEach(_ -> refunded(payment, cny(1)));

        assertRefused("REFUNDS_FULL", () -> refunded(payment, cny(1)));
    }

    private OrderRefundRequested unwanted(Payment payment) {
        return OrderRefundRequested.newBuilder()
                .setOrderId(order)
                .setVersion(3)
                .setPaymentId(payment.getId())
                .setAmount(PRICE)
                .setCause(RefundCause.REFUND_CAUSE_ORDER_CLOSED)
                .build();
    }

    private static ChargeRefunded back(Payment payment, String refundId) {
        return ChargeRefunded.newBuilder()
                .setPaymentId(payment.getId())
                .setVersion(8)
                .setRefundId(refundId)
                .setAmount(Amount.newBuilder().setMinorUnits(1999).setCurrencyCode("CNY"))
                .build();
    }

    private List<String> differences(String subject) {
        var cases = CaseServiceGrpc.newBlockingStub(callee.as(token("admin", "admin")))
                .listCases(ListCasesRequest.newBuilder().setPageSize(100).build());
        return cases.getCasesList().stream()
                .filter(found -> found.getSubject().equals(subject))
                .map(found -> found.getKind().name().substring("CASE_KIND_".length()))
                .toList();
    }

    private static Money cny(long minorUnits) {
        return Moneys.of("CNY", minorUnits);
    }
}
