package news.platform.payment.intent;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import news.platform.payment.Invariant;
import news.platform.payment.PaymentServiceTest;
import news.platform.payment.v1.Payment;
import news.platform.payment.v1.PaymentState;
import news.platform.payment.v1.RefundState;
import news.platform.test.grpc.ServiceTwin.Mood;
import news.platform.thirdparty.v1.ChargeServiceGrpc;
import news.platform.thirdparty.v1.ChargeState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What nobody wants paid any more is closed at its channel; whoever was sooner has the money back. */
class CloseChargeIT extends PaymentServiceTest {
    @Autowired
    private MeterRegistry meters;

    @Test
    void closesWhatAnotherPaymentMadeNeedless() {
        var first = begun();
        var second = begun();

        paid(second);

        closed(first);
        assertThat(channel.charge(second.getId()).getState()).isEqualTo(ChargeState.CHARGE_STATE_PAID);
    }

    @Test
    void closesWhatAnOrderWasBeingPaidByThatIsClosed() {
        var payment = begun();
        double before = counted("closed");

        orderCloses();

        assertThat(awaited(payment, PaymentState.PAYMENT_STATE_CANCELLED).getEnding())
                .isEqualTo("the order was closed");
        closed(payment);
        assertRefused("ORDER_NOT_PAYABLE", this::begun);
        assertThat(events.facts(order)).containsExactlyInAnyOrder("closed 3", "cancelled 1");
        assertThat(counted("closed") - before).isPositive();
    }

    @Test
    void leavesAnOrderThatIsPaidAsItIs() {
        var payment = paid();

        orderCloses();
        await().until(() -> jdbc.sql("select closed from order_payment where order_id = :order")
                .param("order", order)
                .query(Boolean.class)
                .single());

        assertThat(shown(payment).getState()).isEqualTo(PaymentState.PAYMENT_STATE_SUCCEEDED);
        assertThat(agenda(payment.getId())).isZero();
    }

    @Test
    void givesBackOnceWhatWasPaidBeforeItWasClosed() {
        var payment = begun();
        var told = channel.pays(payment.getId());

        orderCloses();
        await().until(() ->
                refunds(payment).stream().anyMatch(refund -> refund.getState() == RefundState.REFUND_STATE_SUCCEEDED));
        tell(told);
        tell(told);
        await().until(() -> agenda(payment.getId()) == 0);

        assertThat(refunds(payment)).singleElement().returns(PRICE, refund -> refund.getAmount());
        assertThat(shown(payment).getState()).isEqualTo(PaymentState.PAYMENT_STATE_CANCELLED);
        assertThat(events.facts(order)).containsExactlyInAnyOrder("closed 3", "cancelled 1");
        assertThat(Invariant.broken(jdbc)).isEmpty();
    }

    @Test
    void asksAgainUntilItIsAnswered() {
        var payment = begun();
        thirdpartyTwin.is(Mood.DOWN);
        orderCloses();
        awaited(payment, PaymentState.PAYMENT_STATE_CANCELLED);
        double before = counted("silent");
        later(() -> counted("silent") >= before + 2);

        thirdpartyTwin.is(Mood.WELL);

        later(() -> channel.charge(payment.getId()).getState() == ChargeState.CHARGE_STATE_CLOSED);
        await().until(() -> agenda(payment.getId()) == 0);
    }

    @Test
    void closesWhatIsAskedForOnlyAfterItsOrderWasClosed() {
        var payment = begun();
        var late = channel.notYet(payment.getId());
        double before = counted("missing");
        orderCloses();
        await().until(() -> counted("missing") > before);

        channel.askedFor(late);

        await().until(() -> {
            clock.advance(Duration.ofSeconds(20));
            return channel.charge(payment.getId()).getState() == ChargeState.CHARGE_STATE_CLOSED;
        });
        await().until(() -> agenda(payment.getId()) == 0);
    }

    @Test
    void leavesWhatIsNotClosedWhenItsTimeIsLongOver() {
        channel.closesNothing();
        var payment = begun();
        orderCloses();
        awaited(payment, PaymentState.PAYMENT_STATE_CANCELLED);

        later(() -> agenda(payment.getId()) == 0);

        assertThat(counted("left")).isPositive();
        assertThat(thirdpartyTwin.calls(ChargeServiceGrpc.getCloseChargeMethod()).stream()
                        .filter(call -> call.request().getPaymentId().equals(payment.getId())))
                .hasSizeGreaterThan(1);
    }

    private void closed(Payment payment) {
        await().until(() -> channel.charge(payment.getId()).getState() == ChargeState.CHARGE_STATE_CLOSED);
        await().until(() -> agenda(payment.getId()) == 0);
    }

    private double counted(String outcome) {
        return meters.counter("news.payment.closing", "outcome", outcome).count();
    }
}
