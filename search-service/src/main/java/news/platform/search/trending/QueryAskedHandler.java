package news.platform.search.trending;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.platform.messaging.signal.BatchEventHandler;
import news.platform.search.trending.AskedQueries.Asked;
import news.platform.search.v1.QueryAsked;
import org.springframework.stereotype.Component;

/** Writes down who asked what, and when last. */
@Component
final class QueryAskedHandler implements BatchEventHandler<QueryAsked> {
    private final AskedQueries queries;

    QueryAskedHandler(AskedQueries queries) {
        this.queries = queries;
    }

    @Override
    public Class<QueryAsked> type() {
        return QueryAsked.class;
    }

    @Override
    public void on(List<Taken<QueryAsked>> batch) {
        Map<Asked, Instant> last = new HashMap<>();
        batch.forEach(taken ->
                last.merge(new Asked(taken.event().getText(), taken.sender()), taken.time(), QueryAskedHandler::later));
        queries.add(last);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
