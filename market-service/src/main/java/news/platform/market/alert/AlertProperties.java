package news.platform.market.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What users are told of prices.
 *
 * @param pause how long an alert that is told again is silent at least; default 5 min
 * @param keep how long one that is done is listed; default 30 days
 */
@ConfigurationProperties("news.market.alert")
record AlertProperties(
        @DefaultValue("5m") Duration pause,
        @DefaultValue("30d") Duration keep) {
    AlertProperties {
        if (pause.isNegative() || !keep.isPositive()) {
            throw new IllegalArgumentException(
                    "news.market.alert.pause, keep: " + pause + ", " + keep + " (expected: pause >= 0, keep > 0)");
        }
    }
}
