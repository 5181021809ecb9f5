package news.platform.search.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How channels are known.
 *
 * @param refresh how long a new channel may be unknown; default 30 s
 * @param deadline how long content-service is waited for; default 2 s
 */
@ConfigurationProperties("news.search.channel")
record ChannelProperties(
        @DefaultValue("30s") Duration refresh,
        @DefaultValue("2s") Duration deadline) {
    ChannelProperties {
        require(refresh, "refresh");
        require(deadline, "deadline");
    }

    private static void require(Duration value, String name) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("news.search.channel." + name + ": " + value + " (expected: > 0)");
        }
    }
}
