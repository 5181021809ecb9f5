package news.platform.ranking.item;

import java.time.Instant;
import java.util.List;

/**
 * What is ranked: an article or a live.
 *
 * @param version of the event that told it
 * @param title empty where a live has none
 * @param words of title and summary, each once
 * @param bylines who it is by: ids of users, else the source
 * @param importance of a live, 1 to 3; of an article 0
 */
record Item(
        ItemRef ref,
        long version,
        String title,
        List<String> words,
        List<String> channelIds,
        List<String> bylines,
        List<String> symbols,
        List<String> tags,
        int importance,
        Instant publishTime) {}
