package news.platform.persistence;

import java.time.Duration;

/**
 * How long the rows of a table are kept: a bean of this type has those deleted, in small batches and about every ten
 * minutes, whose time is longer ago.
 *
 * @param table the table, qualified where it is not in the search path; trusted text
 * @param timeColumn a {@code timestamptz} column with an index; trusted text
 * @param keep the age from which rows go
 */
public record RetentionRule(String table, String timeColumn, Duration keep) {}
