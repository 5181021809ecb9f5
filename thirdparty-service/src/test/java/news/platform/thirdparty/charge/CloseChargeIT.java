package news.platform.thirdparty.charge;

import static io.grpc.Status.Code.NOT_FOUND;
import static io.grpc.Status.Code.UNAVAILABLE;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import news.platform.test.TestCallee;
import news.platform.test.event.SentEvents;
import news.platform.thirdparty.sandbox.Sandbox;
import news.platform.thirdparty.v1.Charge;
import news.platform.thirdparty.v1.ChargePaid;
import news.platform.thirdparty.v1.ChargeState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody can pay at the sandbox what nobody wants paid any more; whoever was sooner has paid. */
@ChannelsTest
class CloseChargeIT {
    private static final int RACES = 10;
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    @Autowired
    private TestCallee callee;

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private SentEvents sent;

    @Autowired
    private JdbcClient jdbc;

    private final String payment = UUID.randomUUID().toString();
    private Payments payments;

    @BeforeEach
    void connect() {
        payments = new Payments(callee);
    }

    @AfterEach
    void nothingGoesWrongAnyMore() throws IOException {
        sandbox.faults("{\"mode\":\"NORMAL\"}");
    }

    @Test
    void closesThePageHoweverOftenItIsAsked() throws IOException {
        var page = page(payment);

        var closed = payments.close(payment);

        assertThat(closed.getState()).isEqualTo(ChargeState.CHARGE_STATE_CLOSED);
        assertThat(closed.hasNextAction()).isFalse();
        assertThat(payments.close(payment)).isEqualTo(closed);
        assertThat(payments.find(payment)).isEqualTo(closed);
        assertThat(sandbox.post(page, "")).isEqualTo(CONFLICT);
        assertThat(sent.facts(payment)).containsExactly("failed 1");
    }

    @Test
    void saysThatItWasPaidWhereSomebodyWasSooner() throws IOException {
        sandbox.faults("{\"dropPercent\":100}");
        sandbox.post(page(payment), "");

        assertThat(payments.close(payment).getState()).isEqualTo(ChargeState.CHARGE_STATE_PAID);

        assertThat(payments.close(payment).getState()).isEqualTo(ChargeState.CHARGE_STATE_PAID);
        assertThat(sent.facts(payment)).containsExactly("paid 1");
    }

    @Test
    void isClosedOrPaidAndNeverBothWhenItIsPaidAtTheSameMoment() throws IOException {
        sandbox.faults("{\"dropPercent\":100}");
        var told = new LinkedHashMap<String, String>();
        for (int i = 0; i < RACES; i++) {
            var id = UUID.randomUUID().toString();
            var page = page(id);

            var ends = Stream.<Supplier<Object>>of(() -> pay(page), () -> payments.close(id), () -> payments.close(id))
                    .gather(Gatherers.mapConcurrent(3, Supplier::get))
                    .toList();

            boolean paid = ends.getFirst().equals(OK);
            assertThat(ends.subList(1, 3))
                    .extracting(end -> ((Charge) end).getState())
                    .containsOnly(paid ? ChargeState.CHARGE_STATE_PAID : ChargeState.CHARGE_STATE_CLOSED);
            told.put(id, paid ? "paid 1" : "failed 1");
        }
        var all = sent.of(ChargePaid.getDefaultInstance());
        told.forEach((id, fact) -> assertThat(
                        all.stream().filter(event -> event.getPaymentId().equals(id)))
                .hasSize(fact.startsWith("paid") ? 1 : 0));
        assertThat(sent.facts(told.lastEntry().getKey()))
                .containsExactly(told.lastEntry().getValue());
    }

    /** The sandbox has closed it, and whoever asked for it died before it was written down. */
    @Test
    void goesOnWhereItEnded() {
        payments.create(payment);
        payments.close(payment);
        jdbc.sql("update charge set state = 'PENDING', version = 0 where payment_id = :id")
                .param("id", payment)
                .update();

        assertThat(payments.close(payment).getState()).isEqualTo(ChargeState.CHARGE_STATE_CLOSED);
    }

    @Test
    void isNotClosedWhileTheChannelIsAway() throws IOException {
        var page = page(payment);
        sandbox.faults("{\"mode\":\"FAILING\"}");
        assertRefused(UNAVAILABLE, "CHANNEL_UNAVAILABLE", () -> payments.close(payment));

        sandbox.faults("{\"mode\":\"NORMAL\"}");

        assertThat(payments.find(payment).getState()).isEqualTo(ChargeState.CHARGE_STATE_PENDING);
        assertThat(payments.close(payment).getState()).isEqualTo(ChargeState.CHARGE_STATE_CLOSED);
        assertThat(sandbox.post(page, "")).isEqualTo(CONFLICT);
    }

    /** The sandbox has a page, and whoever asked for it died before it heard so. */
    @Test
    void closesAPageThatNobodyHeardOf() throws IOException {
        var page = page(payment);
        jdbc.sql("update charge set action = null where payment_id = :id")
                .param("id", payment)
                .update();

        assertThat(payments.close(payment).getState()).isEqualTo(ChargeState.CHARGE_STATE_CLOSED);

        assertThat(sandbox.post(page, "")).isEqualTo(CONFLICT);
    }

    @Test
    void knowsNoneThatWasNeverAskedFor() {
        assertRefused(NOT_FOUND, "CHARGE_NOT_FOUND", () -> payments.close(payment));
    }

    private String page(String paymentId) {
        return payments.create(paymentId).getNextAction().getUrl();
    }

    private Object pay(String page) {
        try {
            return sandbox.post(page, "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
