package news.platform.comment.targets;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How it is found out whether there is an article or live of which no event told.
 *
 * @param deadline how long its owner is waited for; default 1 s
 */
@ConfigurationProperties("news.comment.target")
record TargetProperties(@DefaultValue("1s") Duration deadline) {
    TargetProperties {
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("news.comment.target.deadline: " + deadline + " (expected: > 0)");
        }
    }
}
