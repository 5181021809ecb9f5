package news.platform.comment.moderation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How moderators and reports work.
 *
 * @param claimFor for how long a moderator who takes a comment on has it alone; default 10 min
 * @param withholdFrom the weight of open reports from which a comment is held back; a report of somebody who has never reported
 *     before weighs 1, of others from next to 0 to next to 2; default 3
 */
@ConfigurationProperties("news.comment.moderation")
record ModerationProperties(
        @DefaultValue("10m") Duration claimFor,
        @DefaultValue("3") double withholdFrom) {
    ModerationProperties {
        if (!claimFor.isPositive()) {
            throw new IllegalArgumentException("news.comment.moderation.claim-for: " + claimFor + " (expected: > 0)");
        }
        if (!(withholdFrom > 0)) {
            throw new IllegalArgumentException(
                    "news.comment.moderation.withhold-from: " + withholdFrom + " (expected: > 0)");
        }
    }
}
