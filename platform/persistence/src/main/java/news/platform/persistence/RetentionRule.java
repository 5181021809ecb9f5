package news.platform.persistence;

import java.time.Duration;

/**
 * How long the rows of a table are kept: a bean of this type has platform-work delete those, in small batches and about every
 * ten minutes, whose time is longer ago and that meet the condition.
 *
 * @param table the table, qualified where it is not in the search path; trusted text
 * @param timeColumn a {@code timestamptz} column with an index; trusted text
 * @param keep the age from which rows go
 * @param condition what else must hold of a row, called {@code old}, in SQL; rows that are old but do not meet it are looked
 *     at in each round, so they should be few; trusted text
 */
public record RetentionRule(String table, String timeColumn, Duration keep, String condition) {
    /** A rule without a further condition. */
    public RetentionRule(String table, String timeColumn, Duration keep) {
        this(table, timeColumn, keep, "true");
    }
}
