package news.platform.search.opensearch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.search.index.Item;
import news.platform.search.text.Folding;
import news.platform.search.text.NewsAnalyzer;
import news.platform.search.text.Unit;

/**
 * Items as OpenSearch keeps them. Texts are taken apart here, so that both engines find by the same words: {@code *_units} has what
 * stands side by side, {@code *_terms} all by which it is found. Neither is kept as it was sent, so of what is paid for no text is there.
 */
final class OpenSearchDocuments {
    /** Of a text, as of one in Lucene. */
    private static final int UNITS = 100_000;

    private static final int SPELLED = 2000;

    private final NewsAnalyzer analyzer = NewsAnalyzer.ofTexts();

    Map<String, Object> of(Item item) {
        var document = new HashMap<String, Object>();
        document.put("key", item.key());
        document.put("rank", item.rank());
        document.put("time", micros(item.publishTime()));
        document.put("partial", !item.isWhole());
        place(document, item);
        write(document, item.text());
        return document;
    }

    /** What is left of an item that is gone, so that nothing late brings it back. */
    Map<String, Object> gone(String key, long rank) {
        return Map.of("key", key, "rank", rank);
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static void place(Map<String, Object> document, Item item) {
        var placing = item.placing();
        var lang = item.text().lang().split("-", 2)[0];
        document.put("type", item.type());
        document.put("lang", lang.isEmpty() ? List.of() : List.of(lang));
        document.put("channel", placing.channels());
        document.put("symbol", placing.symbols());
        document.put(
                "code",
                placing.symbols().stream()
                        .flatMap(OpenSearchDocuments::codes)
                        .distinct()
                        .toList());
        document.put("author", placing.authors().stream().map(Folding::of).toList());
        document.put("tag", placing.tags().stream().map(Folding::letters).toList());
    }

    private static Stream<String> codes(String symbol) {
        return Stream.of(symbol, symbol.split("\\.", 2)[0]);
    }

    private void write(Map<String, Object> document, Item.Text text) {
        document.put("headline", Folding.letters(text.title()));
        shown(document, "title", text.title());
        shown(document, "summary", text.summary());
        shown(document, "body", text.body());
        document.put("paid_terms", terms(units(text.paid())));
        document.put(
                "spelling",
                Unit.of(analyzer, String.join("\n", text.title(), text.summary(), text.body()), SPELLED).stream()
                        .filter(Unit::isWord)
                        .map(Unit::written)
                        .collect(Collectors.joining(" ")));
    }

    private void shown(Map<String, Object> document, String field, String text) {
        var units = units(text);
        document.put(field, text);
        document.put(field + "_units", units.stream().map(Unit::written).collect(Collectors.joining(" ")));
        document.put(field + "_terms", terms(units));
    }

    private List<Unit> units(String text) {
        return text.isEmpty() ? List.of() : Unit.all(analyzer, text, UNITS);
    }

    /** As written, the stem where that is another, and the Chinese words that begin there. */
    private static String terms(List<Unit> units) {
        return units.stream()
                .flatMap(unit ->
                        Stream.concat(Stream.of(unit.written(), unit.term()).distinct(), unit.words().stream()))
                .collect(Collectors.joining(" "));
    }
}
