package news.platform.market.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.platform.market.v1.CreatePriceAlertRequest;
import news.platform.market.v1.PriceAlertCondition;
import news.platform.proto.Timestamps;

/** Price alerts as the contract has them. */
final class PriceAlertProtos {
    private static final String PREFIX = "PRICE_ALERT_CONDITION_";

    private PriceAlertProtos() {}

    static PriceAlert alert(CreatePriceAlertRequest request, String id, String userId, Instant now) {
        return new PriceAlert(
                id,
                userId,
                request.getSymbol(),
                Condition.valueOf(request.getCondition().name().substring(PREFIX.length())),
                new BigDecimal(request.getThreshold()),
                request.hasWindow()
                        ? Optional.of(Duration.ofSeconds(request.getWindow().getSeconds()))
                        : Optional.empty(),
                request.getRearming(),
                0,
                Optional.empty(),
                now);
    }

    static news.platform.market.v1.PriceAlert message(PriceAlert alert) {
        var message = news.platform.market.v1.PriceAlert.newBuilder()
                .setId(alert.id())
                .setSymbol(alert.symbol())
                .setCondition(PriceAlertCondition.valueOf(PREFIX + alert.condition()))
                .setThreshold(alert.threshold().toPlainString())
                .setRearming(alert.rearming())
                .setDone(alert.isDone())
                .setCreateTime(Timestamps.of(alert.createTime()));
        alert.window()
                .ifPresent(window -> message.setWindow(
                        com.google.protobuf.Duration.newBuilder().setSeconds(window.toSeconds())));
        alert.triggerTime().map(Timestamps::of).ifPresent(message::setTriggerTime);
        return message.build();
    }
}
