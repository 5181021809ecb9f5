package news.platform.market.quote;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What quotes say.
 *
 * @param staleAfter after how long a silence while the exchange trades a quote is stale; default 60 s
 * @param buffer how many messages may wait for a gateway that takes less than comes; default 1,024
 */
@ConfigurationProperties("news.market.quote")
record QuoteProperties(
        @DefaultValue("60s") Duration staleAfter,
        @DefaultValue("1024") int buffer) {
    QuoteProperties {
        if (!staleAfter.isPositive()) {
            throw new IllegalArgumentException("news.market.quote.stale-after: " + staleAfter + " (expected: > 0)");
        }
        if (buffer < 1) {
            throw new IllegalArgumentException("news.market.quote.buffer: " + buffer + " (expected: >= 1)");
        }
    }
}
