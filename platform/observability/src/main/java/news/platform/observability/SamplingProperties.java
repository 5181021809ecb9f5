package news.platform.observability;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many traces are recorded; their share is {@code management.tracing.sampling.probability}.
 *
 * @param maxPerSecond new traces of this process, at most; 0 records only what a caller wants recorded; default 50
 */
@ConfigurationProperties("news.tracing")
record SamplingProperties(@DefaultValue("50") int maxPerSecond) {

    SamplingProperties {
        if (maxPerSecond < 0) {
            throw new IllegalArgumentException("news.tracing.max-per-second: " + maxPerSecond + " (expected: >= 0)");
        }
    }
}
