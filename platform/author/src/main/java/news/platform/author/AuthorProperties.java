package news.platform.author;

import java.time.Duration;
import news.platform.grpc.client.Remembered.Ages;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How authors' names are got.
 *
 * @param names for how long a name is shown without asking user-service again, and while it does not answer
 * @param deadline how long a list waits for user-service; default 250 ms
 * @param writeDeadline how long a save that checks authors waits for it; default 1 s
 */
@ConfigurationProperties("news.author")
record AuthorProperties(
        @DefaultValue Ages names,
        @DefaultValue("250ms") Duration deadline,
        @DefaultValue("1s") Duration writeDeadline) {
    AuthorProperties {
        positive("deadline", deadline);
        positive("write-deadline", writeDeadline);
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("news.author." + name + ": " + value + " (expected: > 0)");
        }
    }
}
