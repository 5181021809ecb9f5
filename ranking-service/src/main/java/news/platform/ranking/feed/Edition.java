package news.platform.ranking.feed;

import java.util.List;

/**
 * The feed as it stood at one moment, for all channels and readers.
 *
 * @param number rises from edition to edition
 * @param entries the hottest first, each story once
 */
record Edition(long number, List<Entry> entries) {}
