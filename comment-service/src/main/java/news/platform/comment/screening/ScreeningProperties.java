package news.platform.comment.screening;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a text's score leads to.
 *
 * @param pendingFrom the score from which a moderator must decide; default 50
 * @param rejectedFrom the score from which nobody has to, not less; default 150
 * @param linkWeight what each link in a text adds; default 20
 * @param repeatWeight what is added for each time that others said the same lately; default 20
 * @param repeatsWithin how long ago that may have been; default 10 min
 * @param refresh how often word lists are looked at; default 1 s
 */
@ConfigurationProperties("news.comment.screening")
record ScreeningProperties(
        @DefaultValue("50") int pendingFrom,
        @DefaultValue("150") int rejectedFrom,
        @DefaultValue("20") int linkWeight,
        @DefaultValue("20") int repeatWeight,
        @DefaultValue("10m") Duration repeatsWithin,
        @DefaultValue("1s") Duration refresh) {
    ScreeningProperties {
        if (pendingFrom < 1 || rejectedFrom < pendingFrom) {
            throw new IllegalArgumentException("news.comment.screening.pending-from, rejected-from: " + pendingFrom
                    + ", " + rejectedFrom + " (expected: 1 <= pending-from <= rejected-from)");
        }
        if (linkWeight < 0 || repeatWeight < 0) {
            throw new IllegalArgumentException("news.comment.screening.link-weight, repeat-weight: " + linkWeight + ", "
                    + repeatWeight + " (expected: >= 0)");
        }
        if (!repeatsWithin.isPositive() || !refresh.isPositive()) {
            throw new IllegalArgumentException("news.comment.screening.repeats-within, refresh: " + repeatsWithin + ", "
                    + refresh + " (expected: > 0)");
        }
    }
}
