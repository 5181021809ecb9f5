package news.platform.entitlement.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import java.util.List;
import java.util.UUID;
import news.platform.entitlement.EntitlementServiceTest;
import news.platform.entitlement.v1.Entitlement;
import news.platform.entitlement.v1.EntitlementState;
import news.platform.mall.v1.OrderItem;
import news.platform.mall.v1.OrderPaid;
import news.platform.mall.v1.OrderRefunded;
import news.platform.mall.v1.RefundPolicy;
import news.platform.messaging.Outbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Rights follow money, as mall-service tells of it. */
class OrdersIT extends EntitlementServiceTest {
    private final String order = "order-" + UUID.randomUUID();

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void grantsAllThatWasBoughtAndSaysSo() {
        paid(item(1, "P1M", PREMIUM), item(2, "", "articles/a1", "articles/a2"));
        paid(item(1, "P1M", PREMIUM), item(2, "", "articles/a1", "articles/a2"));

        answered("granted 3", "granted 3");
        assertThat(own())
                .extracting(Entitlement::getScope)
                .containsExactlyInAnyOrder(PREMIUM, "articles/a1", "articles/a2");
        assertThat(own()).extracting(Entitlement::hasTo).containsExactlyInAnyOrder(true, false, false);
        assertThat(events.facts(ann)).containsExactly("changed 1");
    }

    @Test
    void refusesAllWhereItCannotGrantSome() {
        paid(item(1, "P1M", PREMIUM), item(2, "P1M", "plans/gold"));

        answered("refused 3");
        assertThat(own()).isEmpty();
    }

    @Test
    void takesBackWhatThePolicySays() {
        var kept = item(2, "", "articles/a1").toBuilder()
                .setRefundPolicy(RefundPolicy.REFUND_POLICY_KEEP)
                .build();
        paid(item(1, "P1M", PREMIUM), kept);
        answered("granted 3");

        refunded(item(1, "P1M", PREMIUM), kept);

        await().untilAsserted(() -> assertThat(open()).containsExactly("articles/a1"));
    }

    @Test
    void opensNothingThatIsPaidAfterItWasRefunded() {
        refunded(item(1, "P1M", PREMIUM));
        paid(item(1, "P1M", PREMIUM));

        answered("granted 3");
        assertThat(open()).isEmpty();
    }

    private void answered(String... facts) {
        await().untilAsserted(() -> assertThat(events.facts(order).stream()
                        .filter(fact -> fact.startsWith("granted") || fact.startsWith("refused")))
                .containsExactly(facts));
    }

    private List<String> open() {
        return own().stream()
                .filter(grant -> grant.getState() == EntitlementState.ENTITLEMENT_STATE_ACTIVE)
                .map(Entitlement::getScope)
                .toList();
    }

    private void paid(OrderItem... items) {
        publish(OrderPaid.newBuilder()
                .setOrderId(order)
                .setVersion(3)
                .setUserId(ann)
                .addAllItems(List.of(items))
                .build());
    }

    private void refunded(OrderItem... items) {
        publish(OrderRefunded.newBuilder()
                .setOrderId(order)
                .setVersion(5)
                .setUserId(ann)
                .addAllItems(List.of(items))
                .build());
    }

    private void publish(Message event) {
        transaction.executeWithoutResult(_ -> outbox.publish(event));
    }

    private OrderItem item(int number, String validity, String... scopes) {
        return OrderItem.newBuilder()
                .setId(order + "." + number)
                .setName("Premium")
                .setValidity(validity)
                .addAllScopes(List.of(scopes))
                .setRefundPolicy(RefundPolicy.REFUND_POLICY_REVOKE)
                .build();
    }
}
