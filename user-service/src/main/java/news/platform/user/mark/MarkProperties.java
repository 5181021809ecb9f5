package news.platform.user.mark;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How bookmarks and follows are shown and counted.
 *
 * @param titleDeadline how long a list waits for the titles from content-service; default 500 ms
 * @param countInterval between two counts of what was bookmarked; default 1 s
 */
@ConfigurationProperties("news.user.mark")
record MarkProperties(
        @DefaultValue("500ms") Duration titleDeadline,
        @DefaultValue("1s") Duration countInterval) {
    MarkProperties {
        positive("title-deadline", titleDeadline);
        positive("count-interval", countInterval);
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("news.user.mark." + name + ": " + value + " (expected: > 0)");
        }
    }
}
