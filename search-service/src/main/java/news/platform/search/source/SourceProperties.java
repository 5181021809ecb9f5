package news.platform.search.source;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How owners are asked.
 *
 * @param deadline how long one is waited for; default 10 s
 * @param pause how long until it is looked again whether one is to be asked; default 1 s
 */
@ConfigurationProperties("news.search.source")
record SourceProperties(
        @DefaultValue("10s") Duration deadline,
        @DefaultValue("1s") Duration pause) {
    SourceProperties {
        require(deadline, "deadline");
        require(pause, "pause");
    }

    private static void require(Duration value, String name) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("news.search.source." + name + ": " + value + " (expected: > 0)");
        }
    }
}
