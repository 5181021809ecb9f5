package news.platform.payment.intent;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When channels are asked how payments and refunds stand of which nothing was heard.
 *
 * @param first after so long; default: 1 min
 * @param longest the longest pause between two questions, which are half the payment's age apart; default: 10 min
 * @param patience for how long a payment is kept that the channel does not know, or after the time in which it could be paid;
 *     default: 15 min
 */
@ConfigurationProperties("news.payment.query")
record QueryProperties(
        @DefaultValue("1m") Duration first,
        @DefaultValue("10m") Duration longest,
        @DefaultValue("15m") Duration patience) {
    QueryProperties {
        if (!first.isPositive() || longest.compareTo(first) < 0 || !patience.isPositive()) {
            throw new IllegalArgumentException("news.payment.query: first " + first + ", longest " + longest
                    + ", patience " + patience + " (expected: above 0, longest no shorter than first)");
        }
    }

    /** The pause before a payment or refund of this age is asked for again. */
    Duration pause(Duration age) {
        var half = age.dividedBy(2);
        if (half.compareTo(first) < 0) {
            return first;
        }
        return half.compareTo(longest) < 0 ? half : longest;
    }
}
