package news.platform.market.alert;

import news.platform.error.DomainException;
import news.platform.market.v1.MarketReason;
import org.springframework.stereotype.Component;

/** Makes a price alert, in the transaction of its caller. */
@Component
final class CreatePriceAlert {
    private static final int MOST = 100;

    private final PriceAlerts alerts;

    CreatePriceAlert(PriceAlerts alerts) {
        this.alerts = alerts;
    }

    PriceAlert create(PriceAlert alert) {
        if (alerts.lockedCount(alert.userId()) >= MOST) {
            throw new DomainException(MarketReason.PRICE_ALERTS_FULL, "there are " + MOST + " price alerts already");
        }
        alerts.add(alert);
        return alert;
    }
}
