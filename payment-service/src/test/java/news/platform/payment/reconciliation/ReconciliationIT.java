package news.platform.payment.reconciliation;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import news.platform.error.DomainException;
import news.platform.payment.PaymentServiceTest;
import news.platform.payment.v1.Case;
import news.platform.payment.v1.CaseKind;
import news.platform.payment.v1.CaseServiceGrpc;
import news.platform.payment.v1.CaseServiceGrpc.CaseServiceBlockingStub;
import news.platform.payment.v1.CloseCaseRequest;
import news.platform.payment.v1.CreatePaymentRequest;
import news.platform.payment.v1.ListCasesRequest;
import news.platform.payment.v1.Payment;
import news.platform.payment.v1.PaymentState;
import news.platform.payment.v1.RefundState;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.v1.Amount;
import news.platform.thirdparty.v1.ChargePaid;
import news.platform.thirdparty.v1.ChargeServiceGrpc;
import news.platform.thirdparty.v1.ListStatementResponse;
import news.platform.thirdparty.v1.StatementKind;
import news.platform.thirdparty.v1.StatementLine;
import news.platform.thirdparty.v1.ThirdpartyReason;
import news.platform.work.task.Jobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReconciliationIT extends PaymentServiceTest {
    @Autowired
    private Jobs jobs;

    /** A payment channel that no other test uses: it has days of its own. */
    private final String bank = "bank" + UUID.randomUUID().toString().substring(0, 8);

    private volatile boolean isSetUp = true;

    private final ConcurrentHashMap<LocalDate, List<StatementLine>> statements = new ConcurrentHashMap<>();

    @BeforeEach
    void theBankHasStatements() {
        thirdpartyTwin.answerAll(ChargeServiceGrpc.getListStatementMethod(), request -> {
            if (!isSetUp) {
                throw new DomainException(ThirdpartyReason.CHANNEL_UNKNOWN, "no such channel");
            }
            var day = LocalDate.parse(request.getDay());
            var lines = statements.get(day);
            if (lines == null) {
                throw new DomainException(ThirdpartyReason.STATEMENT_NOT_READY, "not yet");
            }
            var first = ListStatementResponse.newBuilder()
                    .setStartTime(Timestamps.of(day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                    .setEndTime(Timestamps.of(
                            day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
            return Stream.concat(Stream.of(first.build()), lines.stream().map(line -> ListStatementResponse.newBuilder()
                            .addLines(line)
                            .build()))
                    .toList();
        });
    }

    @Test
    void findsNothingWhereBothSayTheSame() {
        var payment = begun(bank);
        var paid = pays(payment);
        refunded(payment, PRICE);
        await().until(() -> refunds(payment).getFirst().getState() == RefundState.REFUND_STATE_SUCCEEDED);
        var day = today();
        statements.put(day.minusDays(1), List.of());
        statements.put(day, List.of(charge(paid), refund(payment)));

        reconcile();
        reconcile();

        assertThat(next()).isEqualTo(day.plusDays(1));
        assertThat(found()).isEmpty();
    }

    @Test
    void opensACaseForEachDifferenceAndMendsNothing() {
        var shown = begun(bank);
        var unpaid = begun(bank);
        var paid = pays(shown);
        var missing = paid(begun(bank, "order-" + UUID.randomUUID()));
        var day = today();
        statements.put(day.minusDays(1), List.of());
        statements.put(
                day,
                List.of(
                        charge(paid).toBuilder()
                                .setAmount(Amount.newBuilder()
                                        .setCurrencyCode("CNY")
                                        .setMinorUnits(1998))
                                .build(),
                        line("t-" + unpaid.getId(), unpaid.getId()),
                        line("t-nobody", "")));

        reconcile();
        reconcile();
        // what was done in the last hour of a day may be booked on the next one
        statements.put(day.plusDays(1), List.of());
        reconcile();

        assertThat(found())
                .extracting(Case::getSubject, found -> found.getKind().name().substring("CASE_KIND_".length()))
                .containsExactlyInAnyOrder(
                        tuple("payments/" + shown.getId(), "AMOUNT"),
                        tuple("payments/" + unpaid.getId(), "STATE"),
                        tuple("transactions/t-nobody", "MISSING_HERE"),
                        tuple("payments/" + missing.getId(), "MISSING_THERE"));
        assertThat(shown(unpaid).getState()).isEqualTo(PaymentState.PAYMENT_STATE_CANCELLED);
    }

    @Test
    void waitsForAStatementThatIsNotThere() {
        pays(begun(bank));

        reconcile();

        assertThat(next()).isEqualTo(today().minusDays(1));
    }

    @Test
    void namesAChannelThatIsNotSetUpAnyMoreAndGoesOnWhenItIsAgain() {
        pays(begun(bank));
        isSetUp = false;
        var day = today().minusDays(1);

        reconcile();
        reconcile();

        assertThat(found())
                .extracting(Case::getSubject, Case::getKind)
                .containsExactly(tuple("statements/" + day, CaseKind.CASE_KIND_MISSING_THERE));
        assertThat(next()).isEqualTo(day);
        isSetUp = true;
        statements.put(day, List.of());
        reconcile();
        assertThat(next()).isEqualTo(day.plusDays(1));
    }

    @Test
    void keepsWhatCameOfACase() {
        pays(begun(bank));
        statements.put(today().minusDays(1), List.of(line("t-nobody", "")));
        reconcile();

        var open = found().getFirst();
        var closed = close(open.getId());

        assertThat(closed.getNote()).isEqualTo("the bank was wrong");
        assertThat(closed.getClosedBy()).isEqualTo("admin");
        assertThat(close(open.getId())).isEqualTo(closed);
        assertThat(found()).isEmpty();
        assertThat(cases().listCases(ListCasesRequest.newBuilder()
                                .setClosed(true)
                                .setPageSize(100)
                                .build())
                        .getCasesList())
                .contains(closed);
        assertRefused("CASE_NOT_FOUND", () -> close("none"));
    }

    private void reconcile() {
        jobs.run(ReconciliationPlan.KIND, bank, "");
    }

    private LocalDate next() {
        return jdbc.sql("select next_day from reconciled_channel where channel = :channel")
                .param("channel", bank)
                .query(LocalDate.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Payment begun(String channelName) {
        return begun(channelName, order);
    }

    private Payment begun(String channelName, String orderId) {
        return as(ann, UUID.randomUUID().toString())
                .createPayment(CreatePaymentRequest.newBuilder()
                        .setOrderId(orderId)
                        .setChannel(channelName)
                        .build())
                .getPayment();
    }

    private ChargePaid pays(Payment payment) {
        var told = channel.pays(payment.getId());
        tell(told);
        awaited(payment, PaymentState.PAYMENT_STATE_SUCCEEDED);
        return told;
    }

    private static StatementLine charge(ChargePaid paid) {
        return StatementLine.newBuilder()
                .setKind(StatementKind.STATEMENT_KIND_CHARGE)
                .setPaymentId(paid.getPaymentId())
                .setTransactionId(paid.getTransactionId())
                .setAmount(paid.getAmount())
                .setTime(paid.getPayTime())
                .build();
    }

    private StatementLine refund(Payment payment) {
        return StatementLine.newBuilder()
                .setKind(StatementKind.STATEMENT_KIND_REFUND)
                .setPaymentId(payment.getId())
                .setRefundId(refunds(payment).getFirst().getId())
                .setTransactionId("r-" + payment.getId())
                .setAmount(Amount.newBuilder().setCurrencyCode("CNY").setMinorUnits(1999))
                .setTime(Timestamps.of(Instant.EPOCH))
                .build();
    }

    private static StatementLine line(String transactionId, String paymentId) {
        return StatementLine.newBuilder()
                .setKind(StatementKind.STATEMENT_KIND_CHARGE)
                .setPaymentId(paymentId)
                .setTransactionId(transactionId)
                .setAmount(Amount.newBuilder().setCurrencyCode("CNY").setMinorUnits(1999))
                .setTime(Timestamps.of(Instant.EPOCH))
                .build();
    }

    private List<Case> found() {
        return cases().listCases(ListCasesRequest.newBuilder().setPageSize(100).build()).getCasesList().stream()
                .filter(found -> found.getChannel().equals(bank))
                .toList();
    }

    private Case close(String id) {
        return cases().closeCase(CloseCaseRequest.newBuilder()
                        .setCaseId(id)
                        .setNote("the bank was wrong")
                        .build())
                .getCase();
    }

    private CaseServiceBlockingStub cases() {
        return CaseServiceGrpc.newBlockingStub(callee.as(token("admin", "admin")));
    }
}
