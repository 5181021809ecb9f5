package news.platform.payment.intent;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import news.platform.payment.PaymentServiceTest;
import news.platform.payment.v1.PaymentState;
import news.platform.test.grpc.ServiceTwin.Mood;
import news.platform.thirdparty.v1.ChargeServiceGrpc;
import news.platform.thirdparty.v1.ChargeState;
import org.junit.jupiter.api.Test;

class StuckPaymentsIT extends PaymentServiceTest {
    @Test
    void asksTheChannelOfWhichNothingWasHeard() {
        var payment = begun();
        channel.pays(payment.getId());

        clock.advance(Duration.ofMinutes(2));

        awaited(payment, PaymentState.PAYMENT_STATE_SUCCEEDED);
        assertThat(events.facts(order)).containsExactly("succeeded 1");
        assertThat(agenda(payment.getId())).isZero();
    }

    @Test
    void asksAgainWhileNothingHasHappened() {
        var payment = begun();

        later(() -> asked(payment.getId()) >= 1);
        thirdpartyTwin.is(Mood.DOWN);
        later(() -> asked(payment.getId()) >= 3);
        thirdpartyTwin.is(Mood.WELL);
        channel.change(payment.getId(), charge -> charge.setState(ChargeState.CHARGE_STATE_PROCESSING));

        later(() -> shown(payment).getState() == PaymentState.PAYMENT_STATE_PROCESSING);
    }

    @Test
    void goesOnForWhoNeverCameBack() {
        thirdpartyTwin.is(Mood.DOWN);
        assertRefused("CHANNEL_UNAVAILABLE", this::begun);
        var id = jdbc.sql("select id from payment where order_id = :order")
                .param("order", order)
                .query(String.class)
                .single();
        thirdpartyTwin.is(Mood.WELL);

        later(() -> events.facts(order).equals(List.of("cancelled 1")));
        assertThat(asked(id)).isPositive();
    }

    @Test
    void cancelsWhatIsUnpaidLongAfterItsTime() {
        var payment = begun();

        clock.advance(Duration.ofMinutes(46));

        awaited(payment, PaymentState.PAYMENT_STATE_CANCELLED);
        await().until(() -> agenda(payment.getId()) == 0);
        assertThat(channel.charge(payment.getId()).getState()).isEqualTo(ChargeState.CHARGE_STATE_CLOSED);
    }

    @Test
    void letsNobodyChangeAnEnd() {
        var payment = paid();

        assertThatThrownBy(() -> jdbc.sql("update payment set state = 'CREATED' where id = :id")
                        .param("id", payment.getId())
                        .update())
                .hasMessageContaining("an end is for good");
    }

    private long asked(String paymentId) {
        return thirdpartyTwin.calls(ChargeServiceGrpc.getGetChargeMethod()).stream()
                .filter(call -> call.request().getPaymentId().equals(paymentId))
                .count();
    }
}
