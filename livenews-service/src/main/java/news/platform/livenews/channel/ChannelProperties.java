package news.platform.livenews.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the channels are got from content-service.
 *
 * @param deadline how long it is waited for; default 500 ms
 * @param refresh between two questions; default 1 min
 */
@ConfigurationProperties("news.livenews.channel")
record ChannelProperties(
        @DefaultValue("500ms") Duration deadline,
        @DefaultValue("1m") Duration refresh) {
    ChannelProperties {
        positive("deadline", deadline);
        positive("refresh", refresh);
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("news.livenews.channel." + name + ": " + value + " (expected: > 0)");
        }
    }
}
