package news.platform.search.searching;

import java.time.Instant;
import java.util.List;
import news.platform.persistence.page.PageScope;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param text what the reader wrote
 * @param filter what it is limited to
 * @param newestFirst ordered by time, else by relevance
 */
public record Search(String text, Filter filter, boolean newestFirst) {
    PageScope scope() {
        return PageScope.of("search")
                .with("q", text)
                .with("type", filter.type)
                .with("channel", filter.channels.isEmpty() ? "" : filter.channels.getFirst())
                .with("lang", filter.lang)
                .with("symbol", filter.symbol)
                .with("from", filter.from)
                .with("to", filter.to)
                .with("newestFirst", newestFirst);
    }

    /**
     * Each text empty for any.
     *
     * @param channels one of which it is in, that which was asked for first; none for any
     * @param from published at or after it
     * @param to published before it
     */
    public record Filter(
            String type,
            List<String> channels,
            String lang,
            String symbol,
            @Nullable Instant from,
            @Nullable Instant to) {
        /** In microseconds. */
        public long fromMicros() {
            return from == null ? Long.MIN_VALUE : Hit.micros(from);
        }

        /** The last that counts, at a time. */
        public long toMicros(Instant now) {
            return to == null || to.isAfter(now) ? Hit.micros(now) : Hit.micros(to) - 1;
        }
    }
}
