package news.platform.search.suggest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.search.index.Catalogue;
import news.platform.search.index.Item;
import news.platform.search.instrument.Instruments;
import news.platform.search.suggest.Beginnings.Weighed;
import news.platform.search.text.Folding;
import news.platform.search.text.NewsAnalyzer;
import news.platform.search.trending.Trending;
import org.springframework.stereotype.Component;

/**
 * What may be meant by a beginning: the newest headlines, the instruments that they are about, and what many ask. In memory, made anew
 * every few seconds from the index, in which nothing is that not everybody may read. Thread-safe.
 */
@Component
final class Suggestions {
    private static final double DAY = Duration.ofDays(1).toMillis() * 1000.0;
    private static final double SYMBOL = 2;
    private static final double QUERY = 3;

    private final Catalogue catalogue;
    private final Trending trending;
    private final Instruments instruments;
    private final SuggestProperties properties;
    private final Clock clock;
    private final Typing typing = new Typing(NewsAnalyzer.ofQueries());
    private volatile Map<Suggestion, Weighed> known = Map.of();
    private volatile Beginnings beginnings = Beginnings.NONE;

    Suggestions(
            Catalogue catalogue,
            Trending trending,
            Instruments instruments,
            SuggestProperties properties,
            Clock clock) {
        this.instruments = instruments;
        this.catalogue = catalogue;
        this.trending = trending;
        this.properties = properties;
        this.clock = clock;
    }

    /** The likeliest, at most so many. */
    List<Suggestion> find(String beginning, int limit) {
        var letters = Folding.letters(beginning);
        return letters.isEmpty() ? List.of() : beginnings.find(letters, limit);
    }

    /** Takes over what has changed. */
    void refresh() {
        var offered = new HashMap<Suggestion, Weighed>();
        addTitles(offered);
        trending.now()
                .forEach(query -> add(
                        offered,
                        new Suggestion(query.text(), Suggestion.QUERIES, query.text()),
                        QUERY + Math.log(query.askers())));
        beginnings = Beginnings.of(offered.values());
        known = Map.copyOf(offered);
    }

    private void addTitles(Map<Suggestion, Weighed> offered) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        var symbols = new HashMap<String, Integer>();
        for (var headline : catalogue.newest(properties.titles())) {
            // instruments are offered once, below, by all their names
            if (headline.type().equals(Item.INSTRUMENTS)) {
                continue;
            }
            if (!headline.title().isEmpty()) {
                double days = Math.max(0, now - headline.micros()) / DAY;
                add(offered, new Suggestion(headline.title(), headline.type(), headline.id()), 1 / (1 + days));
            }
            headline.symbols().forEach(symbol -> symbols.merge(symbol, 1, Integer::sum));
        }
        instruments.all().forEach(instrument -> {
            var mentioned = symbols.remove(instrument.symbol());
            var weight = SYMBOL + Math.log(mentioned == null ? 1 : 1 + mentioned);
            var typed = Stream.concat(Stream.of(instrument.symbol()), instrument.names().stream());
            add(offered, new Suggestion(instrument.label(), Suggestion.SYMBOLS, instrument.symbol()), weight, typed);
        });
        symbols.forEach((symbol, count) ->
                add(offered, new Suggestion(symbol, Suggestion.SYMBOLS, symbol), SYMBOL + Math.log(count)));
    }

    private void add(Map<Suggestion, Weighed> offered, Suggestion suggestion, double weight) {
        add(offered, suggestion, weight, Stream.of(suggestion.text()));
    }

    /** @param texts by any of which it is meant */
    private void add(Map<Suggestion, Weighed> offered, Suggestion suggestion, double weight, Stream<String> texts) {
        var before = known.get(suggestion);
        offered.put(
                suggestion,
                before == null
                        ? new Weighed(
                                suggestion,
                                texts.map(typing::of).flatMap(Set::stream).collect(Collectors.toSet()),
                                weight)
                        : before.weighing(weight));
    }
}
