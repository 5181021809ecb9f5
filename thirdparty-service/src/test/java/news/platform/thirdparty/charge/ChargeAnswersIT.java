package news.platform.thirdparty.charge;

import static io.grpc.Status.Code.FAILED_PRECONDITION;
import static io.grpc.Status.Code.INVALID_ARGUMENT;
import static io.grpc.Status.Code.NOT_FOUND;
import static io.grpc.Status.Code.UNAVAILABLE;
import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import news.platform.test.TestCallee;
import news.platform.test.TestClock;
import news.platform.thirdparty.sandbox.Sandbox;
import news.platform.thirdparty.v1.ListStatementRequest;
import news.platform.thirdparty.v1.StatementKind;
import news.platform.thirdparty.v1.StatementLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What payment-service is answered: statements, and refusals. */
@ChannelsTest
class ChargeAnswersIT {
    @Autowired
    private TestCallee callee;

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private TestClock clock;

    private final String payment = UUID.randomUUID().toString();
    private Payments payments;

    @BeforeEach
    void connect() {
        payments = new Payments(callee);
    }

    @Test
    void saysWhoseEachLineOfAStatementIs() throws IOException {
        var charge = payments.create(payment);
        sandbox.post(charge.getNextAction().getUrl(), "");
        payments.bring(sandbox.callback());
        var refund = payments.refund(UUID.randomUUID().toString(), payment, 500);
        sandbox.callback();
        clock.advance(Duration.ofDays(2));

        var lines = new ArrayList<StatementLine>();
        var today = LocalDate.now(ZoneOffset.UTC);
        for (var day : new LocalDate[] {today, today.plusDays(1)}) {
            payments.charges()
                    .listStatement(ListStatementRequest.newBuilder()
                            .setChannel("sandbox")
                            .setDay(day.toString())
                            .build())
                    .forEachRemaining(part -> lines.addAll(part.getLinesList()));
        }

        assertThat(lines)
                .filteredOn(line -> line.getPaymentId().equals(payment))
                .extracting(StatementLine::getKind, StatementLine::getRefundId, line -> line.getAmount()
                        .getMinorUnits())
                .containsExactlyInAnyOrder(
                        tuple(StatementKind.STATEMENT_KIND_CHARGE, "", 1999L),
                        tuple(StatementKind.STATEMENT_KIND_REFUND, refund.getRefundId(), 500L));
    }

    @Test
    void refusesWhatContradictsOrIsNotThere() {
        payments.create(payment);

        assertRefused(FAILED_PRECONDITION, "CHARGE_DIFFERS", () -> payments.charges()
                .createCharge(Payments.request(payment)
                        .setAmount(Payments.amount(1, "CNY"))
                        .build()));
        assertRefused(
                INVALID_ARGUMENT,
                "CHANNEL_UNKNOWN",
                () -> payments.charges()
                        .createCharge(
                                Payments.request(payment).setChannel("barter").build()),
                "channel");
        assertRefused(NOT_FOUND, "CHARGE_NOT_FOUND", () -> payments.find("none"));
        assertRefused(
                FAILED_PRECONDITION,
                "CHARGE_NOT_PAID",
                () -> payments.refund("r" + payment.replace("-", "").substring(1), payment, 1));
        assertRefused(UNAVAILABLE, "STATEMENT_NOT_READY", () -> payments.charges()
                .listStatement(ListStatementRequest.newBuilder()
                        .setChannel("sandbox")
                        .setDay(LocalDate.now(ZoneOffset.UTC).plusDays(1).toString())
                        .build())
                .next());
        assertInvalid(
                () -> payments.charges()
                        .listStatement(ListStatementRequest.newBuilder()
                                .setChannel("sandbox")
                                .setDay("2026-02-30")
                                .build())
                        .next(),
                "day");
    }
}
