package news.platform.mall.checkout;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import news.platform.error.DomainException;
import news.platform.grpc.server.Answers;
import news.platform.mall.money.AmountProtos;
import news.platform.mall.order.Orders;
import news.platform.mall.right.LastingRights;
import news.platform.mall.v1.GetPayableOrderRequest;
import news.platform.mall.v1.GetPayableOrderResponse;
import news.platform.mall.v1.MallReason;
import news.platform.mall.v1.PayableOrderServiceGrpc;
import news.platform.proto.Timestamps;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class PayableOrderGrpcService extends PayableOrderServiceGrpc.PayableOrderServiceImplBase {
    private final Orders orders;
    private final LastingRights rights;
    private final Clock clock;

    PayableOrderGrpcService(Orders orders, LastingRights rights, Clock clock) {
        this.orders = orders;
        this.rights = rights;
        this.clock = clock;
    }

    @Override
    public void getPayableOrder(GetPayableOrderRequest request, StreamObserver<GetPayableOrderResponse> answer) {
        var order = orders.find(request.getOrderId(), request.getUserId()).orElseThrow(CancelOrder::notFound);
        var now = clock.instant();
        // its timer may be late
        if (!order.isAwaitingPayment() || !now.isBefore(order.expireTime())) {
            throw CancelOrder.notOpen();
        }
        // of two orders for one thing, only the first to be paid
        if (order.items().stream().anyMatch(item -> rights.cover(order.userId(), item.scopes(), now))) {
            throw new DomainException(
                    MallReason.ORDER_NOT_OPEN, "something of it is open to you for good by now: order without it");
        }
        Answers.send(
                answer,
                GetPayableOrderResponse.newBuilder()
                        .setOrderId(order.id())
                        .setUserId(order.userId())
                        .setTotal(AmountProtos.message(order.total()))
                        .setTitle(order.items().getFirst().name())
                        .setExpireTime(Timestamps.of(order.expireTime()))
                        .build());
    }
}
