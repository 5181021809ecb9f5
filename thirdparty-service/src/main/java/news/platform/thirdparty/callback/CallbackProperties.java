package news.platform.thirdparty.callback;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What payment channels tell by themselves.
 *
 * @param keep for how long it is kept as it came, and recognised when it comes again; longer than any channel repeats one;
 *     default 400 days
 */
@ConfigurationProperties("news.thirdparty.callback")
record CallbackProperties(@DefaultValue("400d") Duration keep) {
    CallbackProperties {
        if (!keep.isPositive()) {
            throw new IllegalArgumentException("news.thirdparty.callback.keep: " + keep + " (expected: > 0)");
        }
    }
}
