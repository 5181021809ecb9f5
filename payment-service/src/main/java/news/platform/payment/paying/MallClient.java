package news.platform.payment.paying;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import news.platform.error.DomainException;
import news.platform.error.ErrorStatuses;
import news.platform.mall.v1.GetPayableOrderRequest;
import news.platform.mall.v1.GetPayableOrderResponse;
import news.platform.mall.v1.MallReason;
import news.platform.mall.v1.PayableOrderServiceGrpc.PayableOrderServiceBlockingStub;
import news.platform.payment.ledger.Amount;
import news.platform.payment.v1.PaymentReason;
import news.platform.proto.Moneys;
import news.platform.proto.Timestamps;
import news.platform.text.Lines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks mall-service for orders. Not within a transaction. */
@Component
@ImportGrpcClients(target = "mall", types = PayableOrderServiceBlockingStub.class)
final class MallClient {
    private static final Logger log = LoggerFactory.getLogger(MallClient.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int MAX_TITLE = 120;

    private final PayableOrderServiceBlockingStub orders;

    MallClient(PayableOrderServiceBlockingStub orders) {
        this.orders = orders;
    }

    /** A user's order, or a refusal where there is none that waits for money. */
    PayableOrder payable(String orderId, String userId) {
        try {
            return order(orders.getPayableOrder(GetPayableOrderRequest.newBuilder()
                    .setOrderId(orderId)
                    .setUserId(userId)
                    .build()));
        } catch (StatusRuntimeException e) {
            throw refusal(orderId, e);
        }
    }

    private static PayableOrder order(GetPayableOrderResponse order) {
        var total = order.getTotal();
        var minorUnits = Moneys.minorUnits(total)
                .orElseThrow(() -> new IllegalStateException("total of order " + order.getOrderId() + ": " + total
                        + " (expected: an amount of its currency)"));
        return new PayableOrder(
                new Amount(total.getCurrencyCode(), minorUnits),
                Lines.cut(Lines.of(order.getTitle()), MAX_TITLE),
                Timestamps.instant(order.getExpireTime()));
    }

    private static DomainException refusal(String orderId, StatusRuntimeException e) {
        var refused = ErrorStatuses.read(e);
        var reason = refused.reason();
        if (reason.equals(MallReason.ORDER_NOT_FOUND.name())) {
            return new DomainException(PaymentReason.ORDER_NOT_FOUND, "no such order");
        }
        if (reason.equals(MallReason.ORDER_NOT_OPEN.name())) {
            return new DomainException(PaymentReason.ORDER_NOT_PAYABLE, refused.message());
        }
        log.warn("order {} cannot be read, mall-service does not answer: {}", orderId, e.getStatus());
        return new DomainException(PaymentReason.ORDER_UNAVAILABLE, "the order cannot be read for now")
                .retryAfter(SOON);
    }
}
