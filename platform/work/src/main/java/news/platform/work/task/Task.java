package news.platform.work.task;

import java.time.Instant;
import java.util.UUID;

/**
 * Something to do, taken by this replica.
 *
 * @param attempt which one this is, from 1
 * @param claim by what the row is known as this attempt's
 */
record Task(String kind, String key, Instant due, int attempt, UUID claim) {}
