package news.platform.notification.market;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What users hear of prices.
 *
 * @param greatestAge how old what a price did may be to be told of; default 1 h
 */
@ConfigurationProperties("news.notification.market")
record MarketProperties(@DefaultValue("1h") Duration greatestAge) {
    MarketProperties {
        if (!greatestAge.isPositive()) {
            throw new IllegalArgumentException(
                    "news.notification.market.greatest-age: " + greatestAge + " (expected: > 0)");
        }
    }
}
