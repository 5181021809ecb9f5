package news.platform.mall.right;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import news.platform.entitlement.v1.Right;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.entitlement.v1.UserEntitlementsEnded;
import news.platform.mall.MallServiceTest;
import news.platform.mall.v1.GetPayableOrderRequest;
import news.platform.mall.v1.Order;
import news.platform.mall.v1.PayableOrderServiceGrpc;
import news.platform.mall.v1.ProductKind;
import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import news.platform.test.grpc.TestCertificates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is open to somebody for good is not sold to them. */
class OwnedProductsIT extends MallServiceTest {
    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void sellsNothingThatIsOpenForGoodAndAgainWhatWasTakenBack() {
        var month = sold(membership());
        var article = sold(article());
        tell(1, lasting("articles/a1"));

        assertRefused("PRODUCT_OWNED", () -> ordered(ann, of(month, article)), "items[1].productId");
        ordered(freshUser(), of(article));

        transaction.executeWithoutResult(_ -> outbox.publishEnd(
                UserEntitlementsEnded.newBuilder().setUserId(ann).setVersion(2).build()));
        awaitTold(2);
        ordered(ann, of(article));
    }

    @Test
    void sellsWhatEndsHoweverOften() {
        tell(
                1,
                right("plans/premium", clock.instant(), "everything")
                        .setUntil(Timestamps.of(clock.instant().plus(Duration.ofDays(30)))),
                right("articles/a1", clock.instant())
                        .setUntil(Timestamps.of(clock.instant().plus(Duration.ofDays(30)))));

        ordered(ann, of(sold(membership()), sold(article())));
    }

    @Test
    void sellsWhatOpensMoreThanThereIs() {
        tell(1, lasting("articles/a1"));

        ordered(ann, of(sold(article().setKind(ProductKind.PRODUCT_KIND_COURSE).addScopes("articles/a2"))));
        ordered(ann, of(sold(membership())));
    }

    @Test
    void sellsNothingToWhomEverythingIsOpenOnceItIs() {
        var article = sold(article());
        tell(1, right("plans/friends", clock.instant().plus(Duration.ofDays(1)), "everything"));

        ordered(ann, of(article));
        clock.advance(Duration.ofDays(1));

        assertRefused("PRODUCT_OWNED", () -> ordered(ann, of(article)), "items[0].productId");
    }

    @Test
    void letsOnlyTheFirstOfTwoOrdersBePaid() {
        var article = sold(article());
        var key = UUID.randomUUID().toString();
        var order = orders(ann, key).createOrder(of(article).build()).getOrder();
        assertThat(payable(order)).isEqualTo(order.getId());

        tell(1, lasting("articles/a1"));

        assertRefused("ORDER_NOT_OPEN", () -> payable(order));
        assertThat(orders(ann, key).createOrder(of(article).build()).getOrder()).isEqualTo(order);
    }

    private String payable(Order order) {
        return PayableOrderServiceGrpc.newBlockingStub(callee.from(TestCertificates.of("payment-service")))
                .getPayableOrder(GetPayableOrderRequest.newBuilder()
                        .setOrderId(order.getId())
                        .setUserId(ann)
                        .build())
                .getOrderId();
    }

    private void tell(long version, Right.Builder... rights) {
        var event = UserEntitlementsChanged.newBuilder().setUserId(ann).setVersion(version);
        for (var right : rights) {
            event.addRights(right);
        }
        transaction.executeWithoutResult(_ -> outbox.publish(event.build()));
        awaitTold(version);
    }

    private void awaitTold(long version) {
        await().untilAsserted(() -> assertThat(jdbc.sql("select version from right_holder where user_id = :user")
                        .param("user", ann)
                        .query(Long.class)
                        .optional())
                .contains(version));
    }

    private Right.Builder lasting(String scope) {
        return right(scope, clock.instant(), scope);
    }

    private static Right.Builder right(String scope, Instant from, String... opens) {
        var right = Right.newBuilder().setScope(scope).setFrom(Timestamps.of(from));
        for (var opened : opens) {
            right.addOpens(opened);
        }
        return right;
    }
}
