package news.platform.notification.fanout;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is pushed.
 *
 * @param greatestAge how old news may be to be pushed, counted from its publication; default 30 min
 * @param keep how long it is known who was pushed what; longer than a story is told; default 2 days
 */
@ConfigurationProperties("news.notification.push")
record PushProperties(
        @DefaultValue("30m") Duration greatestAge,
        @DefaultValue("2d") Duration keep) {
    PushProperties {
        if (!greatestAge.isPositive()) {
            throw new IllegalArgumentException(
                    "news.notification.push.greatest-age: " + greatestAge + " (expected: > 0)");
        }
        if (keep.compareTo(greatestAge) < 0) {
            throw new IllegalArgumentException("news.notification.push.keep: " + keep + " (expected: >= greatest-age)");
        }
    }

    boolean isTooOld(Instant publishTime, Instant now) {
        return expireTime(publishTime).isBefore(now);
    }

    /** When nobody wants to be pushed it any more. */
    Instant expireTime(Instant publishTime) {
        return publishTime.plus(greatestAge);
    }
}
