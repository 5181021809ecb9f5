package news.platform.mall.checkout;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.platform.mall.MallServiceTest;
import news.platform.mall.v1.CreateOrderRequest;
import news.platform.mall.v1.ListOrdersRequest;
import news.platform.mall.v1.Order;
import news.platform.mall.v1.OrderClosed;
import news.platform.mall.v1.OrderMoment;
import news.platform.mall.v1.OrderState;
import news.platform.mall.v1.OrderStep;
import news.platform.mall.v1.OrderedProduct;
import news.platform.mall.v1.Product;
import news.platform.mall.v1.ProductChange;
import news.platform.mall.v1.UpdateProductRequest;
import news.platform.proto.Moneys;
import news.platform.proto.Timestamps;
import org.junit.jupiter.api.Test;

class OrdersIT extends MallServiceTest {
    @Test
    void fixesWhatIsBoughtAndWhatItCosts() {
        var month = sold(membership());
        var article = sold(article());

        var order = ordered(
                ann, CreateOrderRequest.newBuilder().addItems(item(month, 3)).addItems(item(article, 1)));
        products()
                .updateProduct(UpdateProductRequest.newBuilder()
                        .setProductId(month.getId())
                        .setProduct(ProductChange.newBuilder().addPrices(cny(1)).setValidity("P1D"))
                        .build());

        assertThat(order.getState()).isEqualTo(OrderState.ORDER_STATE_AWAITING_PAYMENT);
        assertThat(order.getSubtotal()).isEqualTo(cny(9300));
        assertThat(order.getTotal()).isEqualTo(cny(9300));
        assertThat(order.getItems(0).getValidity()).isEqualTo("P3M");
        assertThat(order.getItems(0).getScopesList()).containsExactly("plans/premium");
        assertThat(order.getItems(1).getValidity()).isEmpty();
        assertThat(order.getTimelineList())
                .extracting(OrderMoment::getStep)
                .containsExactly(OrderStep.ORDER_STEP_PLACED, OrderStep.ORDER_STEP_PAYMENT_AWAITED);
        assertThat(read(ann, order)).isEqualTo(order);
    }

    @Test
    void isPaidInTheCurrencyAskedFor() {
        var order = ordered(ann, of(sold(membership())).setCurrencyCode("USD"));

        assertThat(order.getTotal()).isEqualTo(Moneys.of("USD", 500));
        assertRefused(
                "CURRENCY_NOT_SOLD", () -> ordered(ann, of(sold(article())).setCurrencyCode("USD")), "currencyCode");
    }

    @Test
    void isNobodyElses() {
        var order = ordered(ann, of(sold(article())));
        var bob = freshUser();

        assertRefused("ORDER_NOT_FOUND", () -> read(bob, order));
        assertRefused("ORDER_NOT_FOUND", () -> cancelled(bob, order));
        assertThat(orders(bob)
                        .listOrders(ListOrdersRequest.getDefaultInstance())
                        .getOrdersList())
                .isEmpty();
    }

    @Test
    void isPlacedOnceHoweverOftenItIsAsked() {
        var key = UUID.randomUUID().toString();
        var product = sold(article().setStock(1));

        var first = orders(ann, key).createOrder(of(product).build());

        assertThat(orders(ann, key).createOrder(of(product).build())).isEqualTo(first);
        assertRefused("IDEMPOTENCY_KEY_REUSED", () -> orders(ann, key)
                .createOrder(of(product).setCurrencyCode("CNY").build()));
    }

    @Test
    void isCancelledOnceAndGivesBackWhatItHeld() {
        var product = sold(article().setStock(1));
        var order = ordered(ann, of(product));
        assertRefused("PRODUCT_SOLD_OUT", () -> ordered(ann, of(product)), "items[0].quantity");

        var cancelled = cancelled(ann, order);

        assertThat(cancelled.getState()).isEqualTo(OrderState.ORDER_STATE_CANCELLED);
        assertThat(cancelled(ann, order)).isEqualTo(cancelled);
        ordered(ann, of(product));
        assertThat(events.facts(order.getId())).containsExactly("closed 3");
    }

    @Test
    void expiresByItselfAndGivesBackWhatItHeld() {
        var product = sold(article().setStock(1));
        var order = ordered(ann, of(product));

        clock.advance(PAYMENT_TIME);

        await().untilAsserted(() -> assertThat(read(ann, order).getState()).isEqualTo(OrderState.ORDER_STATE_EXPIRED));
        assertThat(events.of(OrderClosed.getDefaultInstance(), order.getId()))
                .extracting(OrderClosed::getState)
                .containsExactly(OrderState.ORDER_STATE_EXPIRED);
        assertRefused("ORDER_NOT_OPEN", () -> cancelled(ann, order));
        ordered(ann, of(product));
    }

    @Test
    void neverSellsMoreThanThereIsHoweverManyOrderAtOnce() throws Exception {
        var one = sold(article().setStock(9));
        var two = sold(article().setStock(9));
        var products = List.of(one, two);

        long placed = 0;
        try (var threads = Executors.newFixedThreadPool(16, Thread.ofVirtual().factory())) {
            // in either order, which would be a deadlock if they were held in it
            var orders = IntStream.range(0, 40)
                    .mapToObj(number ->
                            threads.submit(() -> tried(of(products.get(number % 2), products.get(1 - number % 2)))))
                    .toList();
            for (var order : orders) {
                placed += order.get() ? 1 : 0;
            }
        }

        assertThat(placed).isEqualTo(9);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var article = sold(article());
        var month = sold(membership());

        assertInvalid(() -> ordered(ann, CreateOrderRequest.newBuilder()), "items");
        assertInvalid(() -> ordered(ann, of(article, article)), "items[1].productId");
        assertInvalid(
                () -> ordered(ann, CreateOrderRequest.newBuilder().addItems(item(article, 2))), "items[0].quantity");
        assertInvalid(
                () -> ordered(
                        ann,
                        CreateOrderRequest.newBuilder()
                                .addItems(item(sold(membership().setValidity("P99Y")), 2))),
                "items[0].quantity");
        assertInvalid(() -> ordered(ann, of(month).setCurrencyCode("XXX")), "currencyCode");
        assertRefused(
                "PRODUCT_UNKNOWN",
                () -> ordered(ann, of(month, Product.newBuilder().setId("none").build())),
                "items[1].productId");
    }

    @Test
    void letsNobodyHaveAnyNumberOfThemOpen() {
        var product = sold(article());
        IntStream.range(0, 50).forEach(_ -> ordered(ann, of(product)));

        assertRefused("ORDERS_OPEN", () -> ordered(ann, of(product)));
    }

    @Test
    void pagesThroughOnesOwn() {
        var product = sold(article());
        var first = ordered(ann, of(product));
        var last = ordered(ann, of(product));

        var page = orders(ann)
                .listOrders(ListOrdersRequest.newBuilder().setPageSize(1).build());
        var next = orders(ann)
                .listOrders(ListOrdersRequest.newBuilder()
                        .setPageSize(1)
                        .setPageToken(page.getNextPageToken())
                        .build());

        assertThat(page.getOrdersList())
                .containsExactly(last.toBuilder().clearTimeline().build());
        assertThat(next.getOrdersList())
                .containsExactly(first.toBuilder().clearTimeline().build());
        assertThat(next.getNextPageToken()).isEmpty();
    }

    private boolean tried(CreateOrderRequest.Builder request) {
        try {
            Order order = ordered(freshUser(), request);
            return Timestamps.instant(order.getExpireTime()).isAfter(clock.instant());
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    private static OrderedProduct item(Product product, int quantity) {
        return OrderedProduct.newBuilder()
                .setProductId(product.getId())
                .setQuantity(quantity)
                .build();
    }
}
