package news.platform.mall.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.mall.order.OrderInvariants;
import news.platform.mall.v1.Coupon;
import news.platform.mall.v1.CreateOrderRequest;
import news.platform.mall.v1.Order;
import news.platform.mall.v1.OrderRefundRequested;
import news.platform.mall.v1.OrderState;
import news.platform.mall.v1.OrderedProduct;
import news.platform.mall.v1.Product;
import news.platform.mall.v1.RefundCause;
import news.platform.proto.Moneys;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Orders, cancellations, payments that come twice, late or wrong, refunds in parts, grants and refusals, and the clock: at random,
 * several at once. Whatever came of it, what must be true of money is true.
 */
class AnythingHappensIT extends SettlementTest {
    private static final int THREADS = 4;
    private static final int STEPS = 40;

    private final Queue<Order> placed = new ConcurrentLinkedQueue<>();

    /** The order of each payment that was told of. */
    private final Map<String, String> payments = new ConcurrentHashMap<>();

    @Autowired
    private TransactionTemplate transaction;

    private List<Product> products = List.of();
    private List<Coupon> coupons = List.of();
    private List<String> users = List.of();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void andNothingIsLostOrDoubled(int seed) {
        products = List.of(sold(article().setStock(6)), sold(membership().setStock(9)), sold(membership()));
        coupons = List.of(
                made(coupon().setTotalLimit(5).setUserLimit(2)),
                made(coupon().setAmountOff(cny(300)).setUserLimit(3)));
        users = Stream.generate(() -> freshUser()).limit(4).toList();

        var all = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, THREADS)
                    .mapToObj(thread -> new Random(31L * seed + thread))
                    .forEach(random -> all.add(
                            threads.submit(() -> IntStream.range(0, STEPS).forEach(_ -> something(random)))));
        }
        assertThat(all).allSatisfy(one -> assertThat(one.state()).isEqualTo(Future.State.SUCCESS));

        assertThat(OrderInvariants.violations(jdbc)).isEmpty();
        clock.advance(Duration.ofDays(2));
        await().untilAsserted(() -> assertThat(placed).allSatisfy(order -> assertThat(state(order))
                .isNotIn(OrderState.ORDER_STATE_AWAITING_PAYMENT, OrderState.ORDER_STATE_PAID)));
        assertThat(OrderInvariants.violations(jdbc)).isEmpty();
        assertThat(placed).hasSizeGreaterThan(10).allSatisfy(this::isToldOnce);
        payments.forEach(this::isKeptOrReturned);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "stock-sold | update product set sold = sold - 1 where sold > 0",
                "coupon-used | update coupon set used = used + 1 where total_limit is null",
                "coupon-user | update coupon_user set used = used - 1 where used > 0",
                "order-timeline | update placed_order set version = version + 1",
                "order-payment | update placed_order set payment_id = null where state = 'PAID'",
                "order-payment | update placed_order set payment_id = 'one' where state = 'PAID'",
                "order-refunded | update placed_order set refunded = subtotal - discount where state = 'PAID'",
                "order-steps | update order_moment set step = 'EXPIRED' where step = 'PAID'"
            })
    void wouldBeSeen(String invariant, String wrong) {
        var product = sold(article().setStock(2));
        var code = made(coupon()).getCode();
        for (int each = 0; each < 2; each++) {
            var order = ordered(ann, of(product).setCouponCode(code));
            paid(order.getId(), freshPayment(), 270);
        }

        transaction.executeWithoutResult(status -> {
            jdbc.sql(wrong).update();
            assertThat(OrderInvariants.violations(jdbc)).anyMatch(violation -> violation.startsWith(invariant + ": "));
            status.setRollbackOnly();
        });
    }

    private void something(Random random) {
        try {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> place(random);
                case 4 -> some(random, order -> cancelled(user(order), order));
                case 5, 6, 7 -> some(random, order -> pay(random, order));
                case 8 -> some(random, order -> refund(random, order));
                case 9 -> some(random, this::granted);
                case 10 -> some(random, this::refused);
                default -> clock.advance(Duration.ofMinutes(random.nextInt(6)));
            }
        } catch (StatusRuntimeException e) {
            // a refusal is an answer
        }
    }

    private void place(Random random) {
        var wanted = new HashSet<Product>();
        IntStream.rangeClosed(0, random.nextInt(2)).forEach(_ -> wanted.add(one(random, products)));
        var request = CreateOrderRequest.newBuilder();
        wanted.forEach(product -> request.addItems(OrderedProduct.newBuilder()
                .setProductId(product.getId())
                .setQuantity(product.getValidity().isEmpty() ? 1 : 1 + random.nextInt(2))));
        if (random.nextBoolean()) {
            request.setCouponCode(one(random, coupons).getCode());
        }
        placed.add(ordered(one(random, users), request));
    }

    private void pay(Random random, Order order) {
        var total = Moneys.minorUnits(order.getTotal()).orElseThrow();
        var payment = "p" + random.nextInt(2) + "-" + order.getId();
        payments.put(payment, order.getId());
        paid(order.getId(), payment, payment.startsWith("p1") && payment.hashCode() % 4 == 0 ? total + 1 : total);
    }

    private void refund(Random random, Order order) {
        var total = Moneys.minorUnits(order.getTotal()).orElseThrow();
        refunded(order.getId(), "p0-" + order.getId(), random.nextBoolean() ? total : 1 + total / 3);
    }

    private void some(Random random, Consumer<Order> what) {
        var orders = List.copyOf(placed);
        if (!orders.isEmpty()) {
            what.accept(one(random, orders));
        }
    }

    /** What others are told of an order is what became of it, once. */
    private void isToldOnce(Order order) {
        var facts = events.facts(order.getId()).stream()
                .map(fact -> fact.split(" ")[0])
                .filter(List.of("paid", "refunded", "closed")::contains)
                .toList();
        assertThat(facts)
                .isEqualTo(
                        switch (state(order)) {
                            case ORDER_STATE_EXPIRED, ORDER_STATE_CANCELLED -> List.of("closed");
                            case ORDER_STATE_REFUNDED -> List.of("paid", "refunded");
                            default -> List.of("paid");
                        });
    }

    /** Of each payment: either it pays its order, or it was asked back, each time that it was told of. */
    private void isKeptOrReturned(String paymentId, String orderId) {
        var pays = jdbc.sql("select count(*) from placed_order where id = :order and payment_id = :payment")
                        .param("order", orderId)
                        .param("payment", paymentId)
                        .query(Integer.class)
                        .single()
                == 1;
        var returned = events.of(OrderRefundRequested.getDefaultInstance(), orderId).stream()
                .filter(event -> event.getPaymentId().equals(paymentId))
                .anyMatch(event -> event.getCause() != RefundCause.REFUND_CAUSE_NOT_FULFILLED);
        assertThat(pays).as(paymentId).isNotEqualTo(returned);
    }

    private OrderState state(Order order) {
        return OrderState.valueOf("ORDER_STATE_"
                + jdbc.sql("select state from placed_order where id = :id")
                        .param("id", order.getId())
                        .query(String.class)
                        .single());
    }

    private String user(Order order) {
        return jdbc.sql("select user_id from placed_order where id = :id")
                .param("id", order.getId())
                .query(String.class)
                .single();
    }

    private static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
