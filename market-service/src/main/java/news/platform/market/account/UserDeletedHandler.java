package news.platform.market.account;

import news.platform.market.alert.PriceAlerts;
import news.platform.market.watchlist.Watchlists;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.user.v1.UserDeleted;
import org.springframework.stereotype.Component;

/** Forgets what a deleted account watched. */
@Component
final class UserDeletedHandler implements EventHandler {
    private final Watchlists watchlists;
    private final PriceAlerts alerts;

    UserDeletedHandler(Watchlists watchlists, PriceAlerts alerts) {
        this.watchlists = watchlists;
        this.alerts = alerts;
    }

    @Override
    public Takes takes() {
        return Takes.of(UserDeleted.class, this::deleted);
    }

    private void deleted(UserDeleted event, EventContext context) {
        watchlists.removeAll(event.getUserId());
        alerts.removeAll(event.getUserId());
    }
}
