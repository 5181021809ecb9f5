package news.platform.notification.comment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What users hear of their comments.
 *
 * @param greatestAge how old an event may be to be told of; default 6 h
 * @param likesAfter how long likes of a comment are gathered before its author is told; twice as long each time, up to a day;
 *     default 5 min
 * @param keep how long it is known of how many likes an author was told, counted from the last one; default 90 days
 */
@ConfigurationProperties("news.notification.comment")
record CommentProperties(
        @DefaultValue("6h") Duration greatestAge,
        @DefaultValue("5m") Duration likesAfter,
        @DefaultValue("90d") Duration keep) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MAX_DOUBLINGS = 16;

    CommentProperties {
        require("greatest-age", greatestAge);
        require("likes-after", likesAfter);
        require("keep", keep);
    }

    /** How long likes are gathered where their author was told of some so often before. */
    Duration likesAfter(int tellings) {
        var after = likesAfter.multipliedBy(1L << Math.min(tellings, MAX_DOUBLINGS));
        return after.compareTo(DAY) < 0 ? after : DAY;
    }

    private static void require(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("news.notification.comment." + name + ": " + value + " (expected: > 0)");
        }
    }
}
