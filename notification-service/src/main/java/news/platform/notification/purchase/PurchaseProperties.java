package news.platform.notification.purchase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What users hear of what they bought.
 *
 * @param greatestAge how old a payment may be to be told of; default 1 day
 * @param lead how long before its end a membership's holder is told; default 3 days
 */
@ConfigurationProperties("news.notification.purchase")
record PurchaseProperties(
        @DefaultValue("1d") Duration greatestAge,
        @DefaultValue("3d") Duration lead) {
    PurchaseProperties {
        if (!greatestAge.isPositive() || !lead.isPositive()) {
            throw new IllegalArgumentException("news.notification.purchase: greatest-age " + greatestAge + ", lead "
                    + lead + " (expected: both > 0)");
        }
    }
}
