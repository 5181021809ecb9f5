package news.platform.payment.paying;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static news.platform.test.grpc.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.platform.error.DomainException;
import news.platform.mall.v1.MallReason;
import news.platform.mall.v1.PayableOrderServiceGrpc;
import news.platform.payment.PaymentServiceTest;
import news.platform.payment.v1.CreatePaymentRequest;
import news.platform.payment.v1.GetPaymentRequest;
import news.platform.payment.v1.NextActionType;
import news.platform.payment.v1.Payment;
import news.platform.payment.v1.PaymentState;
import news.platform.payment.v1.PaymentSucceeded;
import news.platform.proto.Moneys;
import news.platform.test.grpc.ServiceTwin.Mood;
import news.platform.thirdparty.v1.ChargeProcessing;
import news.platform.thirdparty.v1.ChargeServiceGrpc;
import news.platform.thirdparty.v1.ChargeState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayingIT extends PaymentServiceTest {
    @Test
    void beginsWithWhatThePayerHasToDo() {
        var payment = begun();

        assertThat(payment.getState()).isEqualTo(PaymentState.PAYMENT_STATE_REQUIRES_ACTION);
        assertThat(payment.getAmount()).isEqualTo(PRICE);
        assertThat(payment.getNextAction().getType()).isEqualTo(NextActionType.NEXT_ACTION_TYPE_REDIRECT);
        assertThat(payment.getNextAction().getUrl()).endsWith(payment.getId());
        assertThat(payment.getNextAction().getParamsMap()).containsEntry("method", "POST");
        assertThat(channel.charge(payment.getId()).getOrderId()).isEqualTo(order);
        assertThat(shown(payment)).isEqualTo(payment);
    }

    @Test
    void succeedsByWhatTheChannelTellsAndSaysSoOnce() {
        var payment = begun();
        var told = channel.pays(payment.getId());

        tell(ChargeProcessing.newBuilder()
                .setPaymentId(payment.getId())
                .setVersion(1)
                .build());
        awaited(payment, PaymentState.PAYMENT_STATE_PROCESSING);
        tell(told);
        tell(told);

        var paid = awaited(payment, PaymentState.PAYMENT_STATE_SUCCEEDED);
        tell(channel.ends(payment.getId(), ChargeState.CHARGE_STATE_FAILED));
        assertThat(paid.hasNextAction()).isFalse();
        assertThat(events.facts(order)).containsExactly("succeeded 1");
        assertThat(events.of(PaymentSucceeded.getDefaultInstance(), order).getFirst())
                .returns(payment.getId(), PaymentSucceeded::getPaymentId)
                .returns(ann, PaymentSucceeded::getUserId)
                .returns(PRICE, PaymentSucceeded::getAmount)
                .returns(told.getPayTime(), PaymentSucceeded::getTime);
        assertRefused("ORDER_PAID", this::begun);
    }

    @Test
    void failsAndCanBeTriedAgain() {
        var refused = begun();
        tell(channel.ends(refused.getId(), ChargeState.CHARGE_STATE_FAILED));
        var late = begun();
        tell(channel.ends(late.getId(), ChargeState.CHARGE_STATE_CLOSED));

        assertThat(awaited(refused, PaymentState.PAYMENT_STATE_FAILED).getEnding())
                .isEqualTo("the card was refused");
        awaited(late, PaymentState.PAYMENT_STATE_CANCELLED);
        paid();
        assertThat(events.facts(order)).containsExactly("failed 1", "cancelled 2", "succeeded 3");
    }

    @Test
    void countsTheFirstSuccessOfAnOrderAndCancelsTheOthers() {
        var first = begun();
        var second = begun();

        paid(second);

        assertThat(awaited(first, PaymentState.PAYMENT_STATE_CANCELLED).getEnding())
                .isEqualTo("another payment of the order succeeded");
        assertThat(events.facts(order)).containsExactly("succeeded 1", "cancelled 2");
    }

    @Test
    void answersWhoWaitsWhenItHasEnded() throws Exception {
        var payment = begun();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> waited(payment, 20));
            await().until(() -> !waiting.isDone());
            tell(channel.pays(payment.getId()));
            assertThat(waiting.get().getState()).isEqualTo(PaymentState.PAYMENT_STATE_SUCCEEDED);
        }
        assertThat(waited(payment, 20).getState()).isEqualTo(PaymentState.PAYMENT_STATE_SUCCEEDED);
    }

    @Test
    void answersWhoWaitsInVainWhenTheTimeIsOver() {
        assertThat(waited(begun(), 1).getState()).isEqualTo(PaymentState.PAYMENT_STATE_REQUIRES_ACTION);
    }

    @Test
    void beginsOnceHoweverManyAskAtOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        Callable<Payment> asking =
                () -> as(ann, key).createPayment(request(order)).getPayment();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 50)
                    .mapToObj(_ -> threads.submit(() -> untilAnswered(asking)))
                    .toList();
            var first = answers.getFirst().get();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        }
        assertThat(jdbc.sql("select count(*) from payment where order_id = :order")
                        .param("order", order)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertRefused(
                "IDEMPOTENCY_KEY_REUSED", () -> as(ann, key).createPayment(request("order-" + UUID.randomUUID())));
    }

    @Test
    void goesOnUnderTheSameIdWhereItEnded() {
        var key = UUID.randomUUID().toString();
        thirdpartyTwin.is(Mood.DOWN);
        assertRefused("CHANNEL_UNAVAILABLE", () -> as(ann, key).createPayment(request(order)));
        mallTwin.is(Mood.DOWN);
        thirdpartyTwin.is(Mood.WELL);

        var payment = as(ann, key).createPayment(request(order)).getPayment();

        assertThat(payment.getState()).isEqualTo(PaymentState.PAYMENT_STATE_REQUIRES_ACTION);
        assertThat(thirdpartyTwin.calls(ChargeServiceGrpc.getCreateChargeMethod()).stream()
                        .map(call -> call.request())
                        .filter(asked -> asked.getOrderId().equals(order))
                        .distinct())
                .singleElement()
                .returns(payment.getId(), asked -> asked.getPaymentId());
    }

    @Test
    void saysWhyItDoesNotBegin() {
        assertInvalid(
                () -> as(ann, UUID.randomUUID().toString()).createPayment(CreatePaymentRequest.getDefaultInstance()),
                "orderId",
                "channel");
        assertRefused("IDEMPOTENCY_KEY_MISSING", () -> as(ann).createPayment(request(order)));
        assertRefused("CHANNEL_UNKNOWN", () -> over("gold"), "channel");
        orderCosts(Moneys.of("XPF", 100));
        assertRefused("CHANNEL_REFUSED", this::begun);
        for (var reason : List.of(MallReason.ORDER_NOT_FOUND, MallReason.ORDER_NOT_OPEN)) {
            mallTwin.answer(PayableOrderServiceGrpc.getGetPayableOrderMethod(), _ -> {
                throw new DomainException(reason, "no");
            });
            assertRefused(reason == MallReason.ORDER_NOT_OPEN ? "ORDER_NOT_PAYABLE" : "ORDER_NOT_FOUND", this::begun);
        }
        mallTwin.is(Mood.DOWN);
        assertRefused("ORDER_UNAVAILABLE", this::begun);
    }

    @Test
    void triesToPayAnOrderOnlySoOften() {
        IntStream.range(0, BeginPayment.LIMIT).forEach(_ -> begun());

        assertRefused("PAYMENTS_FULL", this::begun);
    }

    @Test
    void showsNobodyWhatOthersPay() {
        var payment = begun();

        assertRefused("PAYMENT_NOT_FOUND", () -> as("user-bob")
                .getPayment(GetPaymentRequest.newBuilder()
                        .setPaymentId(payment.getId())
                        .build()));
        assertInvalid(() -> waited(payment, 21), "waitSeconds");
    }

    @ParameterizedTest
    @CsvSource({"JPY, 500", "KWD, 5125", "CNY, 1"})
    void countsInTheSmallestUnitOfEachCurrency(String currency, long minorUnits) {
        orderCosts(Moneys.of(currency, minorUnits));

        var payment = paid();

        assertThat(channel.charge(payment.getId()).getAmount().getMinorUnits()).isEqualTo(minorUnits);
        assertThat(payment.getAmount()).isEqualTo(Moneys.of(currency, minorUnits));
    }

    private Payment over(String channelName) {
        return as(ann, UUID.randomUUID().toString())
                .createPayment(
                        request(order).toBuilder().setChannel(channelName).build())
                .getPayment();
    }

    private Payment waited(Payment payment, int seconds) {
        return as(ann).getPayment(GetPaymentRequest.newBuilder()
                        .setPaymentId(payment.getId())
                        .setWaitSeconds(seconds)
                        .build())
                .getPayment();
    }

    /** As a client does: again while the first one runs. */
    private static Payment untilAnswered(Callable<Payment> asking) throws Exception {
        while (true) {
            try {
                return asking.call();
            } catch (StatusRuntimeException e) {
                assertThat(refusal(() -> {
                                    throw e;
                                })
                                .reason())
                        .isEqualTo("IDEMPOTENCY_KEY_IN_USE");
            }
        }
    }
}
