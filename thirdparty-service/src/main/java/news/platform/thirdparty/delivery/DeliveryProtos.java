package news.platform.thirdparty.delivery;

import com.google.protobuf.Duration;
import java.util.Optional;
import news.platform.proto.Timestamps;
import news.platform.text.Lines;
import news.platform.thirdparty.delivery.Address.Network;
import news.platform.thirdparty.v1.Delivery;
import news.platform.thirdparty.v1.DeliveryOutcome;
import news.platform.thirdparty.v1.DeviceAddress;
import news.platform.thirdparty.v1.OutgoingMessage;

/** Messages and what became of them, as the contract has them. */
final class DeliveryProtos {
    private DeliveryProtos() {}

    static Message message(OutgoingMessage message) {
        return new Message(
                message.getId(),
                address(message),
                Lines.of(message.getTitle()),
                message.getBody(),
                message.getLink(),
                message.hasExpireTime() ? Optional.of(Timestamps.instant(message.getExpireTime())) : Optional.empty(),
                message.getUnsubscribeUrl(),
                message.getUrgent(),
                message.getCollapseId());
    }

    private static Address address(OutgoingMessage message) {
        return switch (message.getAddressCase()) {
            case DEVICE ->
                new Address.Device(
                        network(message.getDevice()), message.getDevice().getToken());
            case EMAIL -> new Address.Email(message.getEmail());
            case PHONE -> new Address.Phone(message.getPhone());
            case ADDRESS_NOT_SET -> throw new IllegalStateException("refused by the rules of the contract");
        };
    }

    private static Network network(DeviceAddress device) {
        return switch (device.getNetwork()) {
            case PUSH_NETWORK_FCM -> Network.FCM;
            case PUSH_NETWORK_APNS -> Network.APNS;
            case PUSH_NETWORK_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalStateException("refused by the rules of the contract");
        };
    }

    static Delivery delivery(String id, Outcome outcome) {
        var delivery = Delivery.newBuilder().setId(id);
        switch (outcome) {
            case Outcome.Accepted() -> delivery.setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_ACCEPTED);
            case Outcome.Dead() -> delivery.setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_DEAD);
            case Outcome.Retry(var after) -> retry(delivery, after);
            case Outcome.Busy(var after) -> retry(delivery, after);
            case Outcome.Refused(var why) ->
                delivery.setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_REFUSED).setDetail(why);
            case Outcome.Expired() -> delivery.setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_EXPIRED);
        }
        return delivery.build();
    }

    private static void retry(Delivery.Builder delivery, java.time.Duration after) {
        delivery.setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_RETRY)
                .setRetryAfter(Duration.newBuilder().setSeconds(after.toSeconds()));
    }
}
