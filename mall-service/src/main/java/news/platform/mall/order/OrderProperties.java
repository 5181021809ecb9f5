package news.platform.mall.order;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long orders wait, and how many.
 *
 * @param paymentTime for how long an order waits for its money, and holds stock and coupon, default 30 min
 * @param fulfilmentTime for how long a paid one waits to be fulfilled until its money goes back, default 24 h
 * @param openLimit how many of a user's may wait for their money at once, default 50
 */
@ConfigurationProperties("news.mall.order")
record OrderProperties(
        @DefaultValue("30m") Duration paymentTime,
        @DefaultValue("24h") Duration fulfilmentTime,
        @DefaultValue("50") int openLimit) {
    OrderProperties {
        require(paymentTime.isPositive(), "payment-time", paymentTime, "> 0");
        require(fulfilmentTime.isPositive(), "fulfilment-time", fulfilmentTime, "> 0");
        require(openLimit > 0, "open-limit", openLimit, ">= 1");
    }

    private static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "news.mall.order." + name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
