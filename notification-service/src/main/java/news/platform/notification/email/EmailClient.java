package news.platform.notification.email;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.v1.DeliverMessagesRequest;
import news.platform.thirdparty.v1.DeliveryOutcome;
import news.platform.thirdparty.v1.DeliveryServiceGrpc.DeliveryServiceBlockingStub;
import news.platform.thirdparty.v1.OutgoingMessage;
import org.springframework.stereotype.Component;

/** Has thirdparty-service send, which knows each e-mail by its id and sends none twice. */
@Component
final class EmailClient {
    private static final String PREFIX = "DELIVERY_OUTCOME_";

    private final DeliveryServiceBlockingStub deliveries;
    private final MeterRegistry meters;

    EmailClient(DeliveryServiceBlockingStub deliveries, MeterRegistry meters) {
        this.deliveries = deliveries;
        this.meters = meters;
    }

    /**
     * How long to wait before it is sent again; empty where it has ended.
     *
     * @throws io.grpc.StatusRuntimeException where thirdparty-service is away
     */
    Optional<Duration> send(Email email) {
        var delivery = deliveries
                .deliverMessages(DeliverMessagesRequest.newBuilder()
                        .addMessages(message(email))
                        .build())
                .getDeliveries(0);
        if (delivery.getOutcome() == DeliveryOutcome.DELIVERY_OUTCOME_RETRY) {
            return Optional.of(Duration.ofSeconds(delivery.getRetryAfter().getSeconds()));
        }
        meters.counter("news.notification.email", "outcome", outcome(delivery.getOutcome()))
                .increment();
        return Optional.empty();
    }

    private static String outcome(DeliveryOutcome outcome) {
        return outcome.name()
                .substring(outcome.name().startsWith(PREFIX) ? PREFIX.length() : 0)
                .toLowerCase(Locale.ROOT);
    }

    private static OutgoingMessage message(Email email) {
        return OutgoingMessage.newBuilder()
                .setId(email.id())
                .setEmail(email.address())
                .setTitle(email.title())
                .setBody(email.body())
                .setLink(email.link())
                .setExpireTime(Timestamps.of(email.expireTime()))
                .setUnsubscribeUrl(email.unsubscribeUrl())
                .build();
    }
}
