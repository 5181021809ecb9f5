package news.platform.ranking.engagement;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which views count.
 *
 * @param perNetwork how many viewers of one network count for one article, in a day; default 20
 * @param perNetworkInAll how many views of one network are looked at in a day, repeated ones included; default 50,000
 * @param rememberFor for how long whoever has read an article does not count again; at least two days, within which the digests
 *     of viewers without an account change; default 8 days
 */
@ConfigurationProperties("news.ranking.view")
record ViewProperties(
        @DefaultValue("20") int perNetwork,
        @DefaultValue("50000") int perNetworkInAll,
        @DefaultValue("8d") Duration rememberFor) {
    static final Duration DAYS_OF_A_DIGEST = Duration.ofDays(2);

    ViewProperties {
        if (perNetwork < 1 || perNetworkInAll < perNetwork) {
            throw new IllegalArgumentException("news.ranking.view.per-network, per-network-in-all: " + perNetwork + ", "
                    + perNetworkInAll + " (expected: 1 <= per-network <= per-network-in-all)");
        }
        if (rememberFor.compareTo(DAYS_OF_A_DIGEST) < 0) {
            throw new IllegalArgumentException(
                    "news.ranking.view.remember-for: " + rememberFor + " (expected: >= " + DAYS_OF_A_DIGEST + ")");
        }
    }
}
