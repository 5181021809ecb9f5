package news.platform.notification.fanout;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import news.platform.notification.fanout.Pushes.Outcome;
import news.platform.notification.fanout.Pushes.Push;
import news.platform.notification.fanout.Pushes.Sent;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.v1.DeliverMessagesRequest;
import news.platform.thirdparty.v1.Delivery;
import news.platform.thirdparty.v1.DeliveryServiceGrpc.DeliveryServiceBlockingStub;
import news.platform.thirdparty.v1.OutgoingMessage;
import news.platform.thirdparty.v1.PushNetwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Has thirdparty-service send, which knows each push by its id and sends none twice. */
@Component
@ImportGrpcClients(target = "thirdparty", types = DeliveryServiceBlockingStub.class)
final class DeliveryClient {
    private static final Logger log = LoggerFactory.getLogger(DeliveryClient.class);
    private static final Duration AWAY = Duration.ofSeconds(5);

    private final DeliveryServiceBlockingStub deliveries;

    DeliveryClient(DeliveryServiceBlockingStub deliveries) {
        this.deliveries = deliveries;
    }

    /** What became of each. While thirdparty-service is away all are to be sent later. */
    List<Sent> deliver(List<Push> pushes, Function<Push, Instant> expireTime) {
        var request = DeliverMessagesRequest.newBuilder();
        pushes.forEach(push -> request.addMessages(message(push, expireTime.apply(push))));
        try {
            return sent(pushes, deliveries.deliverMessages(request.build()).getDeliveriesList());
        } catch (StatusRuntimeException e) {
            return switch (e.getStatus().getCode()) {
                case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED -> {
                    log.debug("{} pushes later: {}", pushes.size(), e.getStatus());
                    yield pushes.stream()
                            .map(push -> new Sent(push, Outcome.RETRY, AWAY))
                            .toList();
                }
                default -> throw e;
            };
        }
    }

    private static List<Sent> sent(List<Push> pushes, List<Delivery> ends) {
        var sent = new ArrayList<Sent>();
        for (int i = 0; i < pushes.size(); i++) {
            var end = ends.get(i);
            sent.add(new Sent(
                    pushes.get(i),
                    outcome(end),
                    Duration.ofSeconds(end.getRetryAfter().getSeconds())));
        }
        return sent;
    }

    private static OutgoingMessage message(Push push, Instant expireTime) {
        var message = OutgoingMessage.newBuilder()
                .setId(push.id())
                .setTitle(push.text().title())
                .setBody(push.text().body())
                .setLink(push.text().link())
                .setExpireTime(Timestamps.of(expireTime))
                .setUrgent(push.kind().lane().goesFirst())
                .setCollapseId(push.storyId());
        message.getDeviceBuilder()
                .setToken(push.token())
                .setNetwork(
                        switch (push.platform()) {
                            case ANDROID, WEB -> PushNetwork.PUSH_NETWORK_FCM;
                            case IOS -> PushNetwork.PUSH_NETWORK_APNS;
                        });
        return message.build();
    }

    private static Outcome outcome(Delivery delivery) {
        return switch (delivery.getOutcome()) {
            case DELIVERY_OUTCOME_ACCEPTED -> Outcome.ACCEPTED;
            case DELIVERY_OUTCOME_DEAD -> Outcome.DEAD;
            case DELIVERY_OUTCOME_RETRY -> Outcome.RETRY;
            case DELIVERY_OUTCOME_EXPIRED -> Outcome.EXPIRED;
            case DELIVERY_OUTCOME_REFUSED, DELIVERY_OUTCOME_UNSPECIFIED, UNRECOGNIZED -> Outcome.REFUSED;
        };
    }
}
