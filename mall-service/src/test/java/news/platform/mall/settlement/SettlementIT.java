package news.platform.mall.settlement;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import news.platform.mall.v1.Order;
import news.platform.mall.v1.OrderItem;
import news.platform.mall.v1.OrderMoment;
import news.platform.mall.v1.OrderPaid;
import news.platform.mall.v1.OrderRefundRequested;
import news.platform.mall.v1.OrderRefunded;
import news.platform.mall.v1.OrderState;
import news.platform.mall.v1.OrderStep;
import news.platform.mall.v1.RefundCause;
import news.platform.mall.v1.RefundPolicy;
import org.junit.jupiter.api.Test;

class SettlementIT extends SettlementTest {
    private final String payment = freshPayment();

    @Test
    void tellsWhatWasBoughtOnceItIsPaidAndEndsOnceItIsOpen() {
        var order = ordered(ann, of(sold(membership()), sold(article())));

        paid(order.getId(), payment, 3300);
        paid(order.getId(), payment, 3300);

        assertState(order, OrderState.ORDER_STATE_PAID);
        assertThat(events.of(OrderPaid.getDefaultInstance(), order.getId()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getUserId()).isEqualTo(ann);
                    assertThat(event.getItemsList()).isEqualTo(order.getItemsList());
                });
        granted(order);
        assertState(order, OrderState.ORDER_STATE_FULFILLED);
        assertThat(read(ann, order).getTimelineList())
                .extracting(OrderMoment::getStep)
                .containsExactly(
                        OrderStep.ORDER_STEP_PLACED,
                        OrderStep.ORDER_STEP_PAYMENT_AWAITED,
                        OrderStep.ORDER_STEP_PAID,
                        OrderStep.ORDER_STEP_FULFILLED);
    }

    @Test
    void needsNoMoneyWhereItCostsNothing() {
        var order = ordered(
                ann,
                of(sold(article()))
                        .setCouponCode(made(coupon().setPercentOff(100)).getCode()));

        assertThat(order.getState()).isEqualTo(OrderState.ORDER_STATE_PAID);
        refused(order);
        assertState(order, OrderState.ORDER_STATE_REFUNDED);
        assertThat(events.facts(order.getId())).containsExactly("paid 2", "refunded 3");
    }

    @Test
    void givesBackMoneyThatComesLate() {
        var order = ordered(ann, of(sold(article())));
        cancelled(ann, order);

        paid(order.getId(), payment, 300);

        assertState(order, OrderState.ORDER_STATE_CANCELLED);
        assertRequested(order, payment, 300, RefundCause.REFUND_CAUSE_ORDER_CLOSED);
        refunded(order.getId(), payment, 300);
        assertState(order, OrderState.ORDER_STATE_CANCELLED);
        assertThat(events.facts(order.getId())).containsExactly("closed 3", "refund-requested 4");
    }

    @Test
    void givesBackMoneyThatComesOnceMoreOrOfAnotherAmount() {
        var order = ordered(ann, of(sold(article())));
        var other = freshPayment();

        paid(order.getId(), other, 299);
        assertState(order, OrderState.ORDER_STATE_AWAITING_PAYMENT);
        assertRequested(order, other, 299, RefundCause.REFUND_CAUSE_AMOUNT_DIFFERS);

        paid(order.getId(), payment, 300);
        paid(order.getId(), "third-" + payment, 300);
        assertState(order, OrderState.ORDER_STATE_PAID);
        assertRequested(order, "third-" + payment, 300, RefundCause.REFUND_CAUSE_ORDER_PAID);
    }

    @Test
    void closesWhatWasBoughtWhenAllItsMoneyIsBackAndNotBefore() {
        var order = fulfilled(ordered(ann, of(sold(article().setRefundPolicy(RefundPolicy.REFUND_POLICY_KEEP)))));

        refunded(order.getId(), payment, 100);
        assertState(order, OrderState.ORDER_STATE_FULFILLED);
        assertThat(read(ann, order).getRefunded()).isEqualTo(cny(100));

        refunded(order.getId(), payment, 300);
        refunded(order.getId(), payment, 100);
        assertState(order, OrderState.ORDER_STATE_REFUNDED);
        assertThat(refundedItems(order)).isEqualTo(order.getItemsList());
    }

    @Test
    void asksMoneyBackWhereWhatWasBoughtCannotBeOpened() {
        var order = ordered(ann, of(sold(article().setRefundPolicy(RefundPolicy.REFUND_POLICY_KEEP))));
        paid(order.getId(), payment, 300);

        refused(order);

        assertState(order, OrderState.ORDER_STATE_REFUNDING);
        assertRequested(order, payment, 300, RefundCause.REFUND_CAUSE_NOT_FULFILLED);
        refunded(order.getId(), payment, 300);
        assertState(order, OrderState.ORDER_STATE_REFUNDED);
        assertThat(refundedItems(order))
                .extracting(OrderItem::getRefundPolicy)
                .containsExactly(RefundPolicy.REFUND_POLICY_REVOKE);
    }

    @Test
    void asksMoneyBackWhereNothingIsOpenAfterALongTime() {
        var order = ordered(ann, of(sold(article())));
        paid(order.getId(), payment, 300);

        clock.advance(Duration.ofHours(24));

        await().untilAsserted(() -> assertState(order, OrderState.ORDER_STATE_REFUNDING));
    }

    @Test
    void waitsForMoneyNoLongerOnceItIsThere() {
        var order = ordered(ann, of(sold(article())));
        paid(order.getId(), payment, 300);

        assertRefused("ORDER_NOT_OPEN", () -> cancelled(ann, order));
        assertThat(jdbc.sql("select kind from platform.task where key = :order")
                        .param("order", order.getId())
                        .query(String.class)
                        .list())
                .containsExactly("order-fulfilment");
    }

    @Test
    void takesNoMoneyForWhatItDoesNotKnow() {
        assertThatIllegalStateException()
                .isThrownBy(() -> paid("none", payment, 300))
                .withMessage("order none: none (expected: the one that is paid)");
    }

    private Order fulfilled(Order order) {
        paid(order.getId(), payment, 300);
        granted(order);
        assertState(order, OrderState.ORDER_STATE_FULFILLED);
        return order;
    }

    private void assertState(Order order, OrderState state) {
        assertThat(read(ann, order).getState()).isEqualTo(state);
    }

    private void assertRequested(Order order, String paymentId, long fen, RefundCause cause) {
        assertThat(events.of(OrderRefundRequested.getDefaultInstance(), order.getId()))
                .last()
                .satisfies(event -> {
                    assertThat(event.getPaymentId()).isEqualTo(paymentId);
                    assertThat(event.getAmount()).isEqualTo(cny(fen));
                    assertThat(event.getCause()).isEqualTo(cause);
                });
    }

    private List<OrderItem> refundedItems(Order order) {
        return events.of(OrderRefunded.getDefaultInstance(), order.getId())
                .getLast()
                .getItemsList();
    }
}
