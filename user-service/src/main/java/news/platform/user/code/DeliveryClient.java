package news.platform.user.code;

import java.time.Duration;
import java.util.Optional;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.v1.DeliverMessagesRequest;
import news.platform.thirdparty.v1.Delivery;
import news.platform.thirdparty.v1.DeliveryServiceGrpc.DeliveryServiceBlockingStub;
import news.platform.thirdparty.v1.OutgoingMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Has thirdparty-service send, which knows each message by its id and sends none twice. */
@Component
@ImportGrpcClients(target = "thirdparty", types = DeliveryServiceBlockingStub.class)
public final class DeliveryClient {
    private static final Logger log = LoggerFactory.getLogger(DeliveryClient.class);

    private final DeliveryServiceBlockingStub deliveries;

    DeliveryClient(DeliveryServiceBlockingStub deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * How long to wait before it is asked for again; empty where it has ended.
     *
     * @throws io.grpc.StatusRuntimeException where thirdparty-service is away
     */
    Optional<Duration> deliver(VerificationCode code, String digits) {
        return deliver(message(code, digits));
    }

    /**
     * How long to wait before it is asked for again; empty where it has ended.
     *
     * @throws io.grpc.StatusRuntimeException where thirdparty-service is away
     */
    public Optional<Duration> deliver(Notice notice) {
        return deliver(OutgoingMessage.newBuilder()
                .setId(notice.id())
                .setEmail(notice.address())
                .setTitle(notice.title())
                .setBody(notice.body())
                .setExpireTime(Timestamps.of(notice.expireTime()))
                .setUrgent(true)
                .build());
    }

    private Optional<Duration> deliver(OutgoingMessage message) {
        var delivery = deliveries
                .deliverMessages(
                        DeliverMessagesRequest.newBuilder().addMessages(message).build())
                .getDeliveries(0);
        return switch (delivery.getOutcome()) {
            case DELIVERY_OUTCOME_RETRY ->
                Optional.of(Duration.ofSeconds(delivery.getRetryAfter().getSeconds()));
            case DELIVERY_OUTCOME_ACCEPTED, DELIVERY_OUTCOME_EXPIRED -> Optional.empty();
            case DELIVERY_OUTCOME_DEAD, DELIVERY_OUTCOME_REFUSED, DELIVERY_OUTCOME_UNSPECIFIED, UNRECOGNIZED ->
                refused(delivery);
        };
    }

    private static Optional<Duration> refused(Delivery delivery) {
        log.warn("{} was not sent: {} {}", delivery.getId(), delivery.getOutcome(), delivery.getDetail());
        return Optional.empty();
    }

    private static OutgoingMessage message(VerificationCode code, String digits) {
        var message = OutgoingMessage.newBuilder()
                .setId("codes/" + code.id())
                .setTitle(digits + " is your code " + code.purpose())
                .setBody("Nobody of ours will ask you for it. If you did not want one, somebody mistyped: do nothing.")
                .setExpireTime(Timestamps.of(code.expireTime()))
                .setUrgent(true);
        switch (code.contact().kind()) {
            case EMAIL -> message.setEmail(code.contact().address());
            case PHONE -> message.setPhone(code.contact().address());
        }
        return message.build();
    }
}
