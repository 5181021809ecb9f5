package news.platform.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeProperty;
import news.platform.error.DomainException;
import news.platform.payment.Invariant;
import news.platform.payment.PaymentServiceTest;
import news.platform.payment.charge.ChargeOrder;
import news.platform.payment.charge.ChargeReport;
import news.platform.payment.charge.NextAction;
import news.platform.payment.charge.RefundReport;
import news.platform.payment.intent.OrderPayments;
import news.platform.payment.intent.Payment;
import news.platform.payment.intent.PaymentState;
import news.platform.payment.intent.Payments;
import news.platform.payment.intent.TakeReport;
import news.platform.payment.ledger.Amount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;

/** Whatever is begun, told, told again, ordered and forgotten, in whatever order: what always holds, holds after each step. */
class MoneyPropertiesIT extends PaymentServiceTest {
    @Autowired
    private Payments payments;

    @Autowired
    private OrderPayments orders;

    @Autowired
    private TakeReport taking;

    @Autowired
    private OrderRefund ordering;

    @Autowired
    private TakeRefundReport takingRefunds;

    @Autowired
    private Refunds refunds;

    private final List<String> begun = new ArrayList<>();

    /** jqwik is no Spring: the context is the one that the other tests have. */
    @BeforeProperty
    void inject() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        clock.reset();
        neighboursAreWell();
        // jobs hear nothing new: all that is told is told by the steps
        channel.refunds(news.platform.thirdparty.v1.RefundState.REFUND_STATE_PENDING);
    }

    /** One thing that happens; numbers choose among what there is. */
    sealed interface Step {
        record Begin(int order) implements Step {}

        record Tell(int payment, Word word, int transaction, long amount) implements Step {}

        record OrderBack(int payment, long amount) implements Step {}

        record Unwanted(int payment) implements Step {}

        record TellBack(int refund, Word word) implements Step {}

        record CloseOrder(int order) implements Step {}
    }

    enum Word {
        PENDING,
        PROCESSING,
        PAID,
        SURPLUS,
        FAILED,
        CLOSED
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var few = Arbitraries.integers().between(0, 3);
        Arbitrary<Step> begin = Arbitraries.integers().between(0, 1).map(Step.Begin::new);
        Arbitrary<Step> tell = Combinators.combine(
                        few,
                        Arbitraries.of(Word.class),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.frequency(Tuple.of(9, 500L), Tuple.of(1, 499L)))
                .as(Step.Tell::new);
        Arbitrary<Step> back =
                Combinators.combine(few, Arbitraries.longs().between(1, 600)).as(Step.OrderBack::new);
        Arbitrary<Step> unwanted = few.map(Step.Unwanted::new);
        Arbitrary<Step> tellBack = Combinators.combine(
                        Arbitraries.integers().between(0, 5), Arbitraries.of(Word.PENDING, Word.PAID, Word.FAILED))
                .as(Step.TellBack::new);
        Arbitrary<Step> close = Arbitraries.integers().between(0, 1).map(Step.CloseOrder::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(2, begin),
                        Tuple.of(6, tell),
                        Tuple.of(3, back),
                        Tuple.of(1, unwanted),
                        Tuple.of(4, tellBack),
                        Tuple.of(1, close))
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void holdWhateverHappens(@ForAll("steps") List<Step> steps) {
        begun.clear();
        var run = UUID.randomUUID().toString();
        begin(run + "-0");
        for (var step : steps) {
            var before = begun.stream().map(this::state).toList();

            transaction.executeWithoutResult(_ -> take(step, run));

            assertThat(Invariant.broken(jdbc)).as("after %s", step).isEmpty();
            for (int i = 0; i < before.size(); i++) {
                var after = state(begun.get(i));
                assertThat(after == before.get(i) || before.get(i).next().contains(after))
                        .as("%s to %s by %s", before.get(i), after, step)
                        .isTrue();
            }
        }
    }

    private void take(Step step, String run) {
        switch (step) {
            case Step.Begin begin -> begin(run + "-" + begin.order());
            case Step.Tell tell -> payment(tell.payment()).ifPresent(id -> taking.take(report(tell, id)));
            case Step.OrderBack back ->
                payment(back.payment())
                        .ifPresent(id -> refusable(() -> ordering.order(
                                UUID.randomUUID().toString(),
                                new OrderRefund.Draft(id, new Amount("CNY", back.amount()), "why not"),
                                "admin")));
            case Step.Unwanted unwanted -> payment(unwanted.payment()).ifPresent(id -> ordering.rest(id, "unwanted"));
            case Step.CloseOrder close -> taking.orderClosed(run + "-" + close.order());
            case Step.TellBack told -> refund(told.refund()).ifPresent(id -> takingRefunds.take(report(told, id)));
        }
    }

    private void begin(String orderId) {
        orders.lock(orderId);
        if (begun.size() < 4 && !orders.isPaid(orderId) && !orders.isClosed(orderId)) {
            var id = UUID.randomUUID().toString();
            payments.add(Payment.begun(
                    new ChargeOrder(id, orderId, "sandbox", new Amount("CNY", 500), "title", now().plusSeconds(600)),
                    "ann",
                    now()));
            begun.add(id);
        }
    }

    private ChargeReport report(Step.Tell tell, String id) {
        return switch (tell.word()) {
            case PENDING ->
                new ChargeReport.Pending(
                        id, Optional.of(new NextAction(NextAction.Type.REDIRECT, "https://pay.example", Map.of())));
            case PROCESSING -> new ChargeReport.Processing(id);
            case PAID, SURPLUS ->
                new ChargeReport.Paid(
                        id,
                        "sandbox",
                        id + "-" + tell.transaction(),
                        new Amount("CNY", tell.amount()),
                        now(),
                        tell.word() == Word.SURPLUS);
            case FAILED -> new ChargeReport.Failed(id, "refused");
            case CLOSED -> new ChargeReport.Closed(id);
        };
    }

    private static RefundReport report(Step.TellBack told, String id) {
        return switch (told.word()) {
            case PAID -> new RefundReport.Succeeded(id);
            case FAILED -> new RefundReport.Failed(id, "refused");
            case PENDING, PROCESSING, SURPLUS, CLOSED -> new RefundReport.Pending(id);
        };
    }

    private Optional<String> payment(int number) {
        return number < begun.size() ? Optional.of(begun.get(number)) : Optional.empty();
    }

    private Optional<String> refund(int number) {
        var all = begun.stream().flatMap(id -> refunds.of(id).stream()).toList();
        return number < all.size() ? Optional.of(all.get(number).id()) : Optional.empty();
    }

    private PaymentState state(String id) {
        return payments.find(id).orElseThrow().state();
    }

    private Instant now() {
        return clock.instant();
    }

    private static void refusable(Runnable ordering) {
        try {
            ordering.run();
        } catch (DomainException e) {
            // more than is left, or nothing was captured
        }
    }
}
