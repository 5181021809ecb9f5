package news.platform.user.session;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long sessions last.
 *
 * @param maxIdle a session that is not refreshed for this long is over, 30 days by default
 * @param maxAge every session is over after this long, 90 days by default
 * @param refreshGrace for how long after a refresh the same device gets the same new tokens for the spent one, 10 s by
 *     default, at most 1 min; zero for not at all. Longer helps a thief, shorter hurts browsers with several tabs
 */
@ConfigurationProperties("news.user.session")
record SessionProperties(
        @DefaultValue("30d") Duration maxIdle,
        @DefaultValue("90d") Duration maxAge,
        @DefaultValue("10s") Duration refreshGrace) {
    private static final Duration MAX_GRACE = Duration.ofMinutes(1);

    SessionProperties {
        if (!maxIdle.isPositive() || maxAge.compareTo(maxIdle) < 0) {
            throw new IllegalArgumentException("news.user.session: max-idle " + maxIdle + ", max-age " + maxAge
                    + " (expected: 0 < max-idle <= max-age)");
        }
        if (refreshGrace.isNegative() || refreshGrace.compareTo(MAX_GRACE) > 0) {
            throw new IllegalArgumentException(
                    "news.user.session.refresh-grace: " + refreshGrace + " (expected: 0s to 1m)");
        }
    }

    /** When a session ends that is not used again. */
    Instant expireTime(Instant createTime, Instant lastUsedTime) {
        Instant idle = lastUsedTime.plus(maxIdle);
        Instant old = createTime.plus(maxAge);
        return idle.isBefore(old) ? idle : old;
    }
}
