package news.platform.work.leader;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the leader is found.
 *
 * @param url the JDBC URL of the application's database past any pooler that gives a session to another after each
 *     transaction, for such a pooler takes the lock away; none by default: the application's own
 * @param standBy how often a replica that does not lead asks again, and so how soon a dead leader is replaced; 1 s by default
 */
@ConfigurationProperties("news.work.leader")
record LeaderProperties(
        @Nullable String url, @DefaultValue("1s") Duration standBy) {
    LeaderProperties {
        if (!standBy.isPositive()) {
            throw new IllegalArgumentException("news.work.leader.stand-by: " + standBy + " (expected: > 0)");
        }
    }
}
