package news.platform.notification.market;

import java.util.List;
import news.platform.market.v1.PriceAlertTriggered;
import news.platform.notification.story.Kind;
import news.platform.notification.story.Story;
import news.platform.proto.Timestamps;
import news.platform.text.Lines;

/** What prices did as stories for those who asked. */
final class PriceAlertProtos {
    private static final int MAX_TITLE = 200;

    private PriceAlertProtos() {}

    static Story story(String id, PriceAlertTriggered event) {
        var alert = event.getPriceAlert();
        var what =
                switch (alert.getCondition()) {
                    case PRICE_ALERT_CONDITION_ABOVE -> "at or above " + alert.getThreshold();
                    case PRICE_ALERT_CONDITION_BELOW -> "at or below " + alert.getThreshold();
                    case PRICE_ALERT_CONDITION_CHANGE ->
                        "moved by " + alert.getThreshold() + " % within "
                                + alert.getWindow().getSeconds() / 60 + " minutes";
                    case PRICE_ALERT_CONDITION_UNSPECIFIED, UNRECOGNIZED -> "as you asked";
                };
        return new Story(
                id,
                "priceAlerts/" + event.getPriceAlertId() + "/" + event.getVersion(),
                "/instruments/" + alert.getSymbol(),
                Kind.ALERTS,
                3,
                Lines.cut(Lines.of(event.getName() + " is at " + event.getPrice()), MAX_TITLE),
                alert.getSymbol() + ": " + what,
                List.of(Story.user(event.getUserId())),
                Timestamps.instant(event.getTime()));
    }
}
