package news.platform.mall.checkout;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import news.platform.grpc.server.Answers;
import news.platform.mall.money.AmountProtos;
import news.platform.mall.order.Orders;
import news.platform.mall.v1.GetPayableOrderRequest;
import news.platform.mall.v1.GetPayableOrderResponse;
import news.platform.mall.v1.PayableOrderServiceGrpc;
import news.platform.proto.Timestamps;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class PayableOrderGrpcService extends PayableOrderServiceGrpc.PayableOrderServiceImplBase {
    private final Orders orders;
    private final Clock clock;

    PayableOrderGrpcService(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public void getPayableOrder(GetPayableOrderRequest request, StreamObserver<GetPayableOrderResponse> answer) {
        var order = orders.find(request.getOrderId(), request.getUserId()).orElseThrow(CancelOrder::notFound);
        // its timer may be late
        if (!order.isAwaitingPayment() || !clock.instant().isBefore(order.expireTime())) {
            throw CancelOrder.notOpen();
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
