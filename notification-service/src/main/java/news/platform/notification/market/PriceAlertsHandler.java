package news.platform.notification.market;

import news.platform.market.v1.PriceAlertTriggered;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.notification.fanout.BeginStory;
import org.springframework.stereotype.Component;

/** Tells users of prices that they asked for. */
@Component
final class PriceAlertsHandler implements EventHandler {
    private final BeginStory telling;
    private final MarketProperties properties;

    PriceAlertsHandler(BeginStory telling, MarketProperties properties) {
        this.telling = telling;
        this.properties = properties;
    }

    @Override
    public Takes takes() {
        return Takes.of(PriceAlertTriggered.class, this::triggered);
    }

    @Override
    public From from() {
        return new From.Now(properties.greatestAge());
    }

    private void triggered(PriceAlertTriggered event, EventContext context) {
        telling.begin(PriceAlertProtos.story(telling.nextId(), event));
    }
}
