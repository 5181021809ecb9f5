package news.platform.payment;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import com.google.type.Money;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import news.platform.mall.v1.GetPayableOrderRequest;
import news.platform.mall.v1.GetPayableOrderResponse;
import news.platform.mall.v1.OrderClosed;
import news.platform.mall.v1.OrderState;
import news.platform.mall.v1.PayableOrderServiceGrpc;
import news.platform.messaging.Outbox;
import news.platform.payment.v1.CreatePaymentRequest;
import news.platform.payment.v1.CreateRefundRequest;
import news.platform.payment.v1.GetPaymentRequest;
import news.platform.payment.v1.ListRefundsRequest;
import news.platform.payment.v1.Payment;
import news.platform.payment.v1.PaymentServiceGrpc;
import news.platform.payment.v1.PaymentServiceGrpc.PaymentServiceBlockingStub;
import news.platform.payment.v1.PaymentState;
import news.platform.payment.v1.Refund;
import news.platform.payment.v1.RefundServiceGrpc;
import news.platform.payment.v1.RefundServiceGrpc.RefundServiceBlockingStub;
import news.platform.proto.Moneys;
import news.platform.proto.Timestamps;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestClock;
import news.platform.test.TestTokens;
import news.platform.test.event.SentEvents;
import news.platform.test.grpc.ServiceTwin;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole service between a database, a broker, and stand-ins of mall-service and of the payment channels. */
@PlatformTest(
        twins = {"mall", "thirdparty"},
        properties = "news.work.poll=100ms")
public abstract class PaymentServiceTest {
    protected static final Money PRICE = Moneys.of("CNY", 1999);

    @Autowired
    protected ServiceTwin mallTwin;

    @Autowired
    protected ServiceTwin thirdpartyTwin;

    @Autowired
    protected SentEvents events;

    @Autowired
    protected TestCallee callee;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Outbox outbox;

    @Autowired
    protected TransactionTemplate transaction;

    protected Channel channel;

    /** A user and an order that no other test uses. */
    protected final String ann = "user-" + UUID.randomUUID();

    protected final String order = "order-" + UUID.randomUUID();

    @BeforeEach
    protected void neighboursAreWell() {
        channel = new Channel(thirdpartyTwin, clock);
        mallTwin.is(ServiceTwin.Mood.WELL);
        orderCosts(PRICE);
    }

    /** Every order does, and can be paid for half an hour. */
    protected void orderCosts(Money price) {
        mallTwin.answer(PayableOrderServiceGrpc.getGetPayableOrderMethod(), request -> payable(request, price));
    }

    protected PaymentServiceBlockingStub as(String userId, String key) {
        return PaymentServiceGrpc.newBlockingStub(
                callee.with(Map.of("authorization", "Bearer " + token(userId, "reader"), "idempotency-key", key)));
    }

    protected PaymentServiceBlockingStub as(String userId) {
        return PaymentServiceGrpc.newBlockingStub(callee.as(token(userId, "reader")));
    }

    protected RefundServiceBlockingStub admin() {
        return RefundServiceGrpc.newBlockingStub(callee.with(Map.of(
                "authorization",
                "Bearer " + token("admin", "admin"),
                "idempotency-key",
                UUID.randomUUID().toString())));
    }

    protected static CreatePaymentRequest request(String orderId) {
        return CreatePaymentRequest.newBuilder()
                .setOrderId(orderId)
                .setChannel("sandbox")
                .build();
    }

    /** Ann begins to pay her order. */
    protected Payment begun() {
        return as(ann, UUID.randomUUID().toString())
                .createPayment(request(order))
                .getPayment();
    }

    /** Ann has paid her order. */
    protected Payment paid() {
        return paid(begun());
    }

    /** Ann pays, the channel tells so. */
    protected Payment paid(Payment payment) {
        tell(channel.pays(payment.getId()));
        return awaited(payment, PaymentState.PAYMENT_STATE_SUCCEEDED);
    }

    protected Payment awaited(Payment payment, PaymentState state) {
        await().pollInterval(Duration.ofMillis(20)).until(() -> shown(payment).getState() == state);
        return shown(payment);
    }

    protected Payment shown(Payment payment) {
        return as(ann).getPayment(GetPaymentRequest.newBuilder()
                        .setPaymentId(payment.getId())
                        .build())
                .getPayment();
    }

    protected Refund refunded(Payment payment, Money amount) {
        return admin().createRefund(CreateRefundRequest.newBuilder()
                        .setPaymentId(payment.getId())
                        .setAmount(amount)
                        .setReason("goodwill")
                        .build())
                .getRefund();
    }

    protected List<Refund> refunds(Payment payment) {
        return admin().listRefunds(ListRefundsRequest.newBuilder()
                        .setPaymentId(payment.getId())
                        .build())
                .getRefundsList();
    }

    /** Others tell the service. */
    protected void tell(Message event) {
        transaction.executeWithoutResult(_ -> outbox.publish(event));
    }

    /** mall-service tells that Ann's order expired or was cancelled. */
    protected void orderCloses() {
        tell(OrderClosed.newBuilder()
                .setOrderId(order)
                .setVersion(3)
                .setUserId(ann)
                .setState(OrderState.ORDER_STATE_CANCELLED)
                .build());
    }

    /** As time goes by. */
    protected void later(BooleanSupplier what) {
        await().until(() -> {
            clock.advance(Duration.ofMinutes(2));
            return what.getAsBoolean();
        });
    }

    /** How many timers and jobs there are of a payment. */
    protected int agenda(String paymentId) {
        return jdbc.sql("select count(*) from platform.task where key = :id")
                .param("id", paymentId)
                .query(Integer.class)
                .single();
    }

    /** Good by the service's clock, however far it was advanced. */
    protected String token(String userId, String role) {
        return TestTokens.with(claims -> claims.subject(userId)
                .claim("roles", List.of(role))
                .expirationTime(Date.from(clock.instant().plusSeconds(600))));
    }

    private GetPayableOrderResponse payable(GetPayableOrderRequest request, Money price) {
        return GetPayableOrderResponse.newBuilder()
                .setOrderId(request.getOrderId())
                .setUserId(request.getUserId())
                .setTotal(price)
                .setTitle("Premium, a year")
                .setExpireTime(Timestamps.of(clock.instant().plus(Duration.ofMinutes(30))))
                .build();
    }
}
