package news.platform.content.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.platform.persistence.page.PageScope;
import org.jspecify.annotations.Nullable;

/**
 * Which published articles a list shows: those that have all terms and fall into the time.
 *
 * @param terms see {@link Terms}; the rarest kind first
 * @param from published at or after it; null for no bound
 * @param to published before it; null for no bound
 */
public record ArticleFilter(
        List<String> terms,
        @Nullable Instant from,
        @Nullable Instant to) {
    /** The filter by these values; an empty one does not filter. */
    public static ArticleFilter of(Criteria criteria, @Nullable Instant from, @Nullable Instant to) {
        var terms = new ArrayList<String>(4);
        addUnlessEmpty(terms, criteria.symbol(), Terms.symbol(criteria.symbol()));
        addUnlessEmpty(terms, criteria.author(), Terms.author(criteria.author()));
        addUnlessEmpty(terms, criteria.tag(), Terms.tag(criteria.tag()));
        addUnlessEmpty(terms, criteria.channel(), Terms.channel(criteria.channel()));
        return new ArticleFilter(List.copyOf(terms), from, to);
    }

    /** Names this filter among all others: page tokens are good for one. */
    PageScope scope() {
        return PageScope.of("articles")
                .withAll("term", terms)
                .with("from", from)
                .with("to", to);
    }

    private static void addUnlessEmpty(List<String> terms, String value, String term) {
        if (!value.isEmpty()) {
            terms.add(term);
        }
    }

    /** The values that a reader filters by, each empty for any. */
    public record Criteria(String channel, String author, String symbol, String tag) {}
}
