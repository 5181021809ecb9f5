package news.platform.ranking.summary;

import java.time.Duration;
import news.platform.grpc.client.Remembered.Ages;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what is ranked is got from its owners.
 *
 * @param deadline how long an owner is waited for; default 800 ms
 * @param keptFor for how long what it told is shown while it does not answer; default 1 h
 * @param max how many articles, and how many lives, are remembered; default 2,000
 * @param channelsFor for how long the channels are not asked for again; default 1 min
 */
@ConfigurationProperties("news.ranking.summary")
record SummaryProperties(
        @DefaultValue("800ms") Duration deadline,
        @DefaultValue("1h") Duration keptFor,
        @DefaultValue("2000") long max,
        @DefaultValue("1m") Duration channelsFor) {
    SummaryProperties {
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("news.ranking.summary.deadline: " + deadline + " (expected: > 0)");
        }
    }

    /** Asked for each time, so that what was recalled is never shown because it was remembered. */
    Ages summaries() {
        return new Ages(Duration.ZERO, keptFor, max);
    }

    Ages channels() {
        return new Ages(channelsFor, keptFor, 1);
    }
}
