package news.platform.ranking.editorial;

import java.time.Instant;
import news.platform.ranking.item.ItemRef;

/**
 * That what readers make of something counts for less for a while.
 *
 * @param factor how much of it counts, between 0 and 1
 */
record Demotion(ItemRef ref, double factor, Instant until) {}
