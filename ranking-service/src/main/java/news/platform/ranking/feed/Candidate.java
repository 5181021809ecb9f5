package news.platform.ranking.feed;

import java.time.Instant;

/**
 * What may come into an edition.
 *
 * @param number of the item
 * @param score how hot it is
 */
record Candidate(long number, String title, Instant publishTime, double score) {}
