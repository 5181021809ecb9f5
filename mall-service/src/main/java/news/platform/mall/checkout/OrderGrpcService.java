package news.platform.mall.checkout;

import io.grpc.stub.StreamObserver;
import java.util.Locale;
import news.platform.grpc.server.Answers;
import news.platform.mall.checkout.FillBasket.Draft;
import news.platform.mall.checkout.FillBasket.Line;
import news.platform.mall.order.Order;
import news.platform.mall.order.OrderProtos;
import news.platform.mall.order.Orders;
import news.platform.mall.v1.CancelOrderRequest;
import news.platform.mall.v1.CancelOrderResponse;
import news.platform.mall.v1.CreateOrderRequest;
import news.platform.mall.v1.CreateOrderResponse;
import news.platform.mall.v1.GetOrderRequest;
import news.platform.mall.v1.GetOrderResponse;
import news.platform.mall.v1.ListOrdersRequest;
import news.platform.mall.v1.ListOrdersResponse;
import news.platform.mall.v1.OrderServiceGrpc;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class OrderGrpcService extends OrderServiceGrpc.OrderServiceImplBase {
    private final Orders orders;
    private final FillBasket filling;
    private final PlaceOrder placing;
    private final CancelOrder cancelling;
    private final Idempotency idempotency;
    private final Pages pages;

    OrderGrpcService(
            Orders orders,
            FillBasket filling,
            PlaceOrder placing,
            CancelOrder cancelling,
            Idempotency idempotency,
            Pages pages) {
        this.orders = orders;
        this.filling = filling;
        this.placing = placing;
        this.cancelling = cancelling;
        this.idempotency = idempotency;
        this.pages = pages;
    }

    @Override
    public void createOrder(CreateOrderRequest request, StreamObserver<CreateOrderResponse> answer) {
        var userId = caller();
        Answers.send(
                answer,
                idempotency.once(
                        request,
                        CreateOrderResponse.getDefaultInstance(),
                        id -> filling.fill(id, userId, draft(request)),
                        (id, basket) -> CreateOrderResponse.newBuilder()
                                .setOrder(whole(placing.place(id, userId, basket)))
                                .build()));
    }

    @Override
    public void listOrders(ListOrdersRequest request, StreamObserver<ListOrdersResponse> answer) {
        var userId = caller();
        var page = pages.byTime(
                PageScope.of("orders").with("user", userId),
                new PageRequest(request.getPageSize(), request.getPageToken()),
                Order::place,
                (after, limit) -> orders.page(userId, after, limit));
        Answers.send(
                answer,
                ListOrdersResponse.newBuilder()
                        .addAllOrders(
                                page.items().stream().map(OrderProtos::listed).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void getOrder(GetOrderRequest request, StreamObserver<GetOrderResponse> answer) {
        var order = orders.find(request.getOrderId(), caller()).orElseThrow(CancelOrder::notFound);
        Answers.send(
                answer, GetOrderResponse.newBuilder().setOrder(whole(order)).build());
    }

    @Override
    public void cancelOrder(CancelOrderRequest request, StreamObserver<CancelOrderResponse> answer) {
        var order = cancelling.cancel(request.getOrderId(), caller());
        Answers.send(
                answer, CancelOrderResponse.newBuilder().setOrder(whole(order)).build());
    }

    private news.platform.mall.v1.Order whole(Order order) {
        return OrderProtos.whole(order, orders.timeline(order.id()));
    }

    private static String caller() {
        return Callers.required().userId();
    }

    private static Draft draft(CreateOrderRequest request) {
        return new Draft(
                request.getItemsList().stream()
                        .map(item -> new Line(item.getProductId(), Math.max(1, item.getQuantity())))
                        .toList(),
                request.getCurrencyCode(),
                request.getCouponCode().isEmpty()
                        ? null
                        : request.getCouponCode().toUpperCase(Locale.ROOT));
    }
}
