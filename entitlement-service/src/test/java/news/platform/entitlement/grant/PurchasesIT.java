package news.platform.entitlement.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import news.platform.entitlement.EntitlementServiceTest;
import news.platform.entitlement.grant.GrantEntitlement.Purchase;
import news.platform.entitlement.right.Scope;
import news.platform.entitlement.v1.EntitlementState;
import news.platform.entitlement.v1.PlanChanged;
import news.platform.entitlement.v1.Right;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is paid for, as a handler of orders grants it, and what plans open. */
class PurchasesIT extends EntitlementServiceTest {
    private static final Period MONTH = Period.ofMonths(1);

    @Autowired
    private GrantEntitlement granting;

    @Autowired
    private RevokeEntitlement revoking;

    @Autowired
    private Grants grants;

    @Autowired
    private TellPlan plan;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void grantsOnceForEachSource() {
        var order = order();

        var first = paid(order);

        assertThat(paid(order)).isEqualTo(first);
        assertThat(own()).hasSize(1);
        assertThat(own().getFirst().getSource()).isEqualTo(order);
        assertThat(first.to()).isEqualTo(month(first.from()));
    }

    @Test
    void extendsWhatIsThereAndTellsOneRight() {
        var first = paid(order());
        var second = paid(order());

        assertThat(second.from()).isEqualTo(first.to());
        await().untilAsserted(() -> assertThat(told())
                .singleElement()
                .extracting(Right::getScope, Right::getOpensList)
                .containsExactly(PREMIUM, List.of("everything")));
    }

    @Test
    void takesBackWhatWasRefundedOnce() {
        var order = order();
        var kept = paid(order());
        paid(order);

        refund(order);
        refund(order);
        refund("orders/none");

        await().untilAsserted(
                        () -> assertThat(events.facts(ann)).containsExactly("changed 1", "changed 2", "changed 3"));
        assertThat(told()).singleElement().extracting(Right::getFrom).isEqualTo(at(kept.from()));
    }

    @Test
    void leavesNoGapWhereTheFirstOfTwoMonthsIsGivenBack() {
        var first = order();
        var second = order();
        paid(first);
        var renewal = paid(second);
        clock.advance(Duration.ofDays(3));
        var now = clock.instant();

        refund(first);
        refund(first);

        var moved = grants.ofSource(second).orElseThrow();
        assertThat(moved.from()).isBetween(now, clock.instant());
        assertThat(Duration.between(moved.from(), Objects.requireNonNull(moved.to())))
                .isEqualTo(Duration.between(renewal.from(), Objects.requireNonNull(renewal.to())));
        await().untilAsserted(() ->
                assertThat(told()).singleElement().extracting(Right::getFrom).isEqualTo(at(moved.from())));
        refund(second);
        await().untilAsserted(() -> assertThat(events.facts(ann)).endsWith("ended 4"));
        paid(second);
        assertThat(own()).noneMatch(grant -> grant.getState() == EntitlementState.ENTITLEMENT_STATE_ACTIVE);
    }

    @Test
    void tellsWhoHasAPlanThatItOpensSomethingElse() {
        granted(draft(PREMIUM));
        jdbc.sql("update plan set opens = '{channels/tech}' where id = 'premium'")
                .update();

        plan.run(new DefaultApplicationArguments());

        await().untilAsserted(() -> assertThat(events.facts(ann)).containsExactly("changed 1", "changed 2"));
        assertThat(told()).singleElement().extracting(Right::getOpensList).isEqualTo(List.of("everything"));
    }

    @Test
    void tellsWhatPlansOpenWhenThatChangesAndWhenOneIsConfiguredNoMore() {
        jdbc.sql("insert into plan (id, opens, version, told) values ('gold', '{channels/gold}', 4, true)")
                .update();
        jdbc.sql("update plan set opens = '{channels/tech}' where id = 'premium'")
                .update();
        int before = events.facts("premium").size();

        plan.run(new DefaultApplicationArguments());
        plan.run(new DefaultApplicationArguments());

        assertThat(events.facts("gold")).containsExactly("ended 5");
        assertThat(events.facts("premium")).hasSize(before + 1).last().isEqualTo("changed " + (before + 1));
        assertThat(events.of(PlanChanged.getDefaultInstance(), "premium")
                        .getLast()
                        .getOpensList())
                .containsExactly("everything");
    }

    private Grant paid(String order) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            granting.grantPaid(ann, List.of(new Purchase(order, Scope.of(PREMIUM), MONTH, "bought")));
            return grants.ofSource(order).orElseThrow();
        }));
    }

    private void refund(String order) {
        transaction.executeWithoutResult(_ -> revoking.revokePaid(ann, List.of(order), "refunded"));
    }

    private static String order() {
        return "orders/" + UUID.randomUUID();
    }

    private static Instant month(Instant from) {
        return from.atOffset(ZoneOffset.UTC).plus(MONTH).toInstant();
    }
}
