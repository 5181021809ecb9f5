package news.platform.thirdparty.charge;

import static io.grpc.Status.Code.FAILED_PRECONDITION;
import static io.grpc.Status.Code.UNAVAILABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.security.Digests;
import news.platform.test.TestCallee;
import news.platform.test.TestClock;
import news.platform.test.event.SentEvents;
import news.platform.thirdparty.channel.PaymentChannelContract.Sent;
import news.platform.thirdparty.charge.Payments.Answered;
import news.platform.thirdparty.sandbox.Sandbox;
import news.platform.thirdparty.v1.ChargePaid;
import news.platform.thirdparty.v1.ChargeState;
import news.platform.thirdparty.v1.NextActionType;
import news.platform.thirdparty.v1.RefundState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ChannelsTest
@ExtendWith(OutputCaptureExtension.class)
class ChargeIT {
    private static final Answered TAKEN = new Answered(200, "{\"code\":\"SUCCESS\"}");
    private static final Answered REFUSED = new Answered(401, "{\"code\":\"FAIL\"}");

    @Autowired
    private TestCallee callee;

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private SentEvents sent;

    @Autowired
    private TestClock clock;

    @Autowired
    private MeterRegistry meters;

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
    void bringsMoneyAndTellsOfItOnce() throws IOException {
        var charge = payments.create(payment);

        assertThat(charge.getState()).isEqualTo(ChargeState.CHARGE_STATE_PENDING);
        assertThat(charge.getNextAction().getType()).isEqualTo(NextActionType.NEXT_ACTION_TYPE_REDIRECT);
        assertThat(payments.create(payment)).isEqualTo(charge);
        assertThat(sandbox.post(charge.getNextAction().getUrl(), "")).isEqualTo(200);
        var callback = sandbox.callback();
        assertThat(payments.bring(callback)).isEqualTo(TAKEN);
        assertThat(payments.bring(callback)).isEqualTo(TAKEN);
        assertThat(sent.facts(payment)).containsExactly("paid 1");
        assertThat(sent.of(ChargePaid.getDefaultInstance(), payment))
                .singleElement()
                .satisfies(paid -> {
                    assertThat(paid.getOrderId()).isEqualTo("order-of-" + payment);
                    assertThat(paid.getChannel()).isEqualTo("sandbox");
                    assertThat(paid.getAmount().getMinorUnits()).isEqualTo(1999);
                    assertThat(paid.getTransactionId()).isNotEmpty();
                    assertThat(paid.getSurplus()).isFalse();
                });
        assertThat(payments.find(payment).getState()).isEqualTo(ChargeState.CHARGE_STATE_PAID);
    }

    @Test
    void asksWhereNoCallbackCame() throws IOException {
        var charge = payments.create(payment);
        sandbox.post(charge.getNextAction().getUrl(), "");

        assertThat(payments.find(payment).getState()).isEqualTo(ChargeState.CHARGE_STATE_PAID);

        assertThat(payments.bring(sandbox.callback())).isEqualTo(TAKEN);
        assertThat(sent.facts(payment)).containsExactly("paid 1");
    }

    @Test
    void tellsThatThePayerRefused() throws IOException {
        var charge = payments.create(payment);

        sandbox.post(charge.getNextAction().getUrl(), "decision=refuse");
        payments.bring(sandbox.callback());

        assertThat(sent.facts(payment)).containsExactly("failed 1");
        var failed = payments.find(payment);
        assertThat(failed.getState()).isEqualTo(ChargeState.CHARGE_STATE_FAILED);
        assertThat(failed.hasNextAction()).isFalse();
    }

    @Test
    void takesMoneyThatComesLateAndMoneyThatComesTwice() {
        payments.create(payment);

        assertThat(payments.bring(signed(paid("e1", "t1", 1999).replace("charge.paid", "charge.failed"))))
                .isEqualTo(TAKEN);
        assertThat(payments.bring(signed(paid("e2", "t1", 1999)))).isEqualTo(TAKEN);
        assertThat(payments.bring(signed(paid("e3", "t2", 1999)))).isEqualTo(TAKEN);
        assertThat(payments.bring(signed(paid("e4", "t2", 1999)))).isEqualTo(TAKEN);

        assertThat(sent.facts(payment)).containsExactly("failed 1", "paid 2", "paid 3");
        assertThat(sent.of(ChargePaid.getDefaultInstance(), payment))
                .extracting(ChargePaid::getTransactionId, ChargePaid::getSurplus)
                .containsExactly(tuple("t1", false), tuple("t2", true));
    }

    @Test
    void takesWhatComesOftenAtOnceOnce() {
        payments.create(payment);
        // the same message, and others that tell the same
        var callbacks = IntStream.range(0, 24)
                .mapToObj(number -> signed(paid("e" + number % 3, "t1", 1999)))
                .toList();

        var answers = callbacks.stream()
                .gather(Gatherers.mapConcurrent(callbacks.size(), payments::bring))
                .toList();

        assertThat(answers).containsOnly(TAKEN);
        assertThat(sent.facts(payment)).containsExactly("paid 1");
    }

    @Test
    void takesWhatComesBesideItsCharge() {
        var early = signed(paid("early", "t1", 1999));

        var answers = Stream.<Supplier<Object>>of(() -> payments.bring(early), () -> payments.create(payment))
                .gather(Gatherers.mapConcurrent(2, Supplier::get))
                .toList();

        assertThat(answers).hasSize(2);
        assertThat(sent.facts(payment)).containsExactly("paid 1");
    }

    @Test
    void keepsWhatComesBeforeItsChargeAndTakesItThen() {
        assertThat(payments.bring(signed(paid("early", "t1", 1999)))).isEqualTo(TAKEN);
        assertThat(sent.facts(payment)).isEmpty();

        assertThat(payments.create(payment).getState()).isEqualTo(ChargeState.CHARGE_STATE_PAID);

        assertThat(sent.facts(payment)).containsExactly("paid 1");
    }

    @Test
    void believesNothingThatIsForgedAltered() {
        payments.create(payment);
        var body = paid("e1", "t1", 1999);
        double before = refusals();

        var forged = new Sent(
                signed(body).headers(),
                "application/json",
                body.replace("t1", "t2").getBytes(UTF_8));

        assertThat(payments.bring(forged)).isEqualTo(REFUSED);
        assertThat(payments.bring(new Sent(Map.of(), "application/json", body.getBytes(UTF_8))))
                .isEqualTo(REFUSED);
        assertThat(sent.facts(payment)).isEmpty();
        assertThat(refusals() - before).isEqualTo(1);
    }

    @Test
    void holdsWhatItIsToldAgainstWhatWasAskedFor() {
        payments.create(payment);

        assertThat(payments.bring(signed(paid("e1", "t1", 1998)))).isEqualTo(TAKEN);
        assertThat(payments.bring(signed(paid("e2", "t1", 1999).replace("CNY", "JPY"))))
                .isEqualTo(TAKEN);
        assertThat(payments.bring(signed(paid("e1", "t1", 1998)))).isEqualTo(TAKEN);

        assertThat(sent.facts(payment)).isEmpty();
        assertThat(payments.find(payment).getState()).isEqualTo(ChargeState.CHARGE_STATE_PENDING);
    }

    @Test
    void givesPartsBackAndTellsOfEachOnce() throws IOException {
        var charge = payments.create(payment);
        sandbox.post(charge.getNextAction().getUrl(), "");
        payments.bring(sandbox.callback());
        var id = UUID.randomUUID().toString();

        var refund = payments.refund(id, payment, 500);

        assertThat(refund.getState()).isEqualTo(RefundState.REFUND_STATE_SUCCEEDED);
        assertThat(payments.refund(id, payment, 500)).isEqualTo(refund);
        assertThat(payments.bring(sandbox.callback())).isEqualTo(TAKEN);
        assertRefused(FAILED_PRECONDITION, "REFUND_DIFFERS", () -> payments.refund(id, payment, 501));
        assertThat(payments.refund(UUID.randomUUID().toString(), payment, 1999).getState())
                .isEqualTo(RefundState.REFUND_STATE_FAILED);
        payments.bring(sandbox.callback());
        assertThat(sent.facts(payment)).containsExactly("paid 1", "refunded 2", "refund-failed 3");
    }

    @Test
    void tellsOfMoneyThatSomebodyElseGaveBack() {
        payments.create(payment);
        payments.bring(signed(paid("e1", "t1", 1999)));

        payments.bring(signed("""
                {"eventId":"r1-%1$s","type":"refund.succeeded","reference":"%1$s","amountMinor":1999,"currency":"CNY",
                 "refund":{"id":"rf9","reference":"by-hand-%1$s","amountMinor":100}}""".formatted(reference())));

        assertThat(sent.facts(payment)).containsExactly("paid 1", "refunded 2");
    }

    @Test
    void asksAgainWhatCouldNotBeAsked(CapturedOutput output) throws IOException {
        sandbox.faults("{\"mode\":\"FAILING\"}");
        assertRefused(UNAVAILABLE, "CHANNEL_UNAVAILABLE", () -> payments.create(payment));

        sandbox.faults("{\"mode\":\"NORMAL\"}");

        assertThat(payments.create(payment).hasNextAction()).isTrue();
        assertThat(output).contains("sandbox did not answer").doesNotContain(Sandbox.SECRET);
    }

    private double refusals() {
        return meters.counter("news.thirdparty.callback", "channel", "sandbox", "outcome", "bad_signature")
                .count();
    }

    private String reference() {
        return payment.replace("-", "");
    }

    private String paid(String event, String transaction, long minorUnits) {
        return """
                {"eventId":"%s-%s","type":"charge.paid","reference":"%s","amountMinor":%d,"currency":"CNY",
                 "transactionId":"%s","time":"2026-11-27T08:00:00Z","failure":"","refund":null}""".formatted(event, payment, reference(), minorUnits, transaction);
    }

    private static Sent signed(String body) {
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        var signature = HexFormat.of()
                .formatHex(Digests.hmacSha256(
                        Sandbox.SECRET.getBytes(UTF_8), (timestamp + ".").getBytes(UTF_8), body.getBytes(UTF_8)));
        return new Sent(
                Map.of("x-sandbox-timestamp", timestamp, "x-sandbox-signature", signature),
                "application/json",
                body.getBytes(UTF_8));
    }
}
