package news.platform.search.trending;

import java.time.Clock;
import java.util.List;
import news.platform.work.Rounds;
import org.springframework.stereotype.Component;

/**
 * What many ask at present, screened by moderators' word lists. Counted every few seconds; while comment-service is away, what was last
 * screened stays and nothing is added. Thread-safe.
 */
@Component
public final class Trending {
    private static final int MOST = 50;

    private final AskedQueries queries;
    private final CommentClient comments;
    private final TrendingProperties properties;
    private final Clock clock;
    private volatile List<AskedQuery> now = List.of();

    Trending(AskedQueries queries, CommentClient comments, TrendingProperties properties, Clock clock, Rounds rounds) {
        this.queries = queries;
        this.comments = comments;
        this.properties = properties;
        this.clock = clock;
        rounds.every("trending", properties.refresh(), this::refresh);
    }

    /** The most and latest asked first. */
    public List<AskedQuery> now() {
        return now;
    }

    /** Counts again. */
    void refresh() {
        var frequent = queries.frequent(properties, clock.instant(), MOST);
        if (frequent.isEmpty()) {
            now = List.of();
            return;
        }
        var harmless = comments.harmless(frequent.stream().map(AskedQuery::text).toList());
        now = frequent.stream().filter(query -> harmless.contains(query.text())).toList();
    }
}
