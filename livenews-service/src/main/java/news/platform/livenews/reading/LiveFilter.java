package news.platform.livenews.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.platform.persistence.page.PageScope;
import org.jspecify.annotations.Nullable;

/**
 * Which lives a list shows: those that have all terms, this importance at least, and are not older.
 *
 * @param terms see {@link Terms}, at least one; the rarest kind first
 * @param minImportance 0 for any
 * @param since published at or after it; null for no bound
 */
public record LiveFilter(
        List<String> terms, int minImportance, @Nullable Instant since) {
    /** The filter of a reader, each text empty for any. */
    public static LiveFilter of(String channel, String symbol, String tag, int minImportance, @Nullable Instant since) {
        var terms = new ArrayList<String>();
        addUnlessEmpty(terms, symbol, Terms.symbol(symbol));
        addUnlessEmpty(terms, tag, Terms.tag(tag));
        addUnlessEmpty(terms, channel, Terms.channel(channel));
        return new LiveFilter(terms.isEmpty() ? List.of(Terms.ALL) : List.copyOf(terms), minImportance, since);
    }

    /** Names this filter among all others, for the tokens of older ones. */
    PageScope older() {
        return scope("lives");
    }

    /** The same for the tokens of newer ones. */
    PageScope newer() {
        return scope("newer lives");
    }

    private PageScope scope(String list) {
        return PageScope.of(list)
                .withAll("term", terms)
                .with("importance", minImportance)
                .with("since", since);
    }

    private static void addUnlessEmpty(List<String> terms, String value, String term) {
        if (!value.isEmpty()) {
            terms.add(term);
        }
    }
}
