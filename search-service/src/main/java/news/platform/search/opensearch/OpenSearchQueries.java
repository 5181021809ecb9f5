package news.platform.search.opensearch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import news.platform.search.index.Item;
import news.platform.search.question.Question;
import news.platform.search.searching.Search;
import news.platform.search.searching.Wording;
import news.platform.search.text.Folding;
import news.platform.search.text.Unit;

/**
 * Questions as OpenSearch answers them, with what weighs how much as {@link Wording} has it. How rare a term is comes from the page's
 * statistics and goes in as a boost: the index scores by how often it stands in a document alone, so a document's score is the same for
 * all pages.
 */
final class OpenSearchQueries {
    private static final List<String> SHOWN = List.of("title", "summary", "body");
    private static final Map<String, Float> FIELDS =
            Map.of("title_terms", 4f, "summary_terms", 2f, "body_terms", 1f, "paid_terms", 1f);

    private final Wording wording;

    OpenSearchQueries(Wording wording) {
        this.wording = wording;
    }

    /** The terms whose rarity counts. */
    List<String> terms(Question question) {
        return wording.units(question.words()).stream()
                .flatMap(unit -> Stream.concat(Stream.of(unit.term(), unit.written()), unit.words().stream()))
                .distinct()
                .toList();
    }

    /** That a document has the term. */
    Object has(String term) {
        return any(FIELDS.keySet().stream().map(field -> term(field, term)).toList());
    }

    Map<String, Object> of(Question question, Search.Filter filter, Instant now, Rarity rarity) {
        var exact = question.text().strip();
        var code = exact.toUpperCase(Locale.ROOT);
        var should = List.of(
                constant("headline", Folding.letters(exact), Wording.EXACT_TITLE),
                constant("tag", Folding.letters(exact), Wording.INSTRUMENT),
                constant("code", code, Wording.EXACT_CODE),
                constant("key", Item.key(Item.INSTRUMENTS, code), Wording.EXACT_CODE));
        var text = any(List.of(text(question, rarity), constant("code", code, Wording.INSTRUMENT)));
        return rounded(Map.of(
                "bool",
                Map.of(
                        "must", List.of(recent(text, now)),
                        "should", should,
                        "must_not",
                                question.without().stream()
                                        .map(said -> phrase(said, 1))
                                        .toList(),
                        "filter", filters(question, filter, now))));
    }

    private Object text(Question question, Rarity rarity) {
        var units = wording.units(question.words());
        var must = new ArrayList<Object>();
        var should = new ArrayList<Object>();
        question.phrases().stream()
                .filter(said -> !wording.units(said).isEmpty())
                .forEach(said -> must.add(phrase(said, 1)));
        if (!units.isEmpty()) {
            must.add(Map.of(
                    "bool",
                    Map.of(
                            "should",
                            units.stream()
                                    .map(unit -> unit(unit, units.size() == 1, rarity))
                                    .toList(),
                            "minimum_should_match",
                            Wording.enough(units.size()))));
            units.forEach(unit -> sharpen(should, unit, rarity));
            together(should, question.words(), rarity);
        } else if (question.phrases().isEmpty()) {
            must.add(Map.of("match_all", Map.of()));
        }
        return Map.of("bool", Map.of("must", must, "should", should));
    }

    private static Object unit(Unit unit, boolean alone, Rarity rarity) {
        if (unit.isWord()) {
            var code = unit.written().toUpperCase(Locale.ROOT);
            return Map.of(
                    "dis_max",
                    Map.of(
                            "queries",
                            List.of(weighed(unit.term(), rarity, 1), constant("code", code, Wording.INSTRUMENT))));
        }
        if (unit.written().length() == 1 && alone) {
            return any(SHOWN.stream()
                    .map(field -> (Object) Map.of("prefix", Map.of(field + "_units", unit.written())))
                    .toList());
        }
        return weighed(unit.term(), rarity, 1);
    }

    private static void sharpen(List<Object> should, Unit unit, Rarity rarity) {
        if (!unit.written().equals(unit.term())) {
            should.add(weighed(unit.written(), rarity, Wording.EXACT_FORM));
        }
        unit.words().forEach(word -> should.add(weighed(word, rarity, Wording.WHOLE_WORD)));
    }

    private void together(List<Object> should, String words, Rarity rarity) {
        var units = wording.phrase(words);
        if (!units.isEmpty()) {
            double rare = units.stream()
                    .mapToDouble(unit -> rarity.of(unit.written()))
                    .sum();
            should.add(phrase("title", units, Wording.SLOP, Wording.TITLE_PHRASE * rare));
            should.add(phrase("body", units, Wording.SLOP, Wording.BODY_PHRASE * rare));
        }
    }

    private Object phrase(String said, double boost) {
        var units = wording.said(said);
        return any(SHOWN.stream().map(field -> phrase(field, units, 0, boost)).toList());
    }

    private static Object phrase(String field, List<Unit> units, int slop, double boost) {
        var text = String.join(" ", units.stream().map(Unit::written).toList());
        return Map.of("match_phrase", Map.of(field + "_units", Map.of("query", text, "slop", slop, "boost", boost)));
    }

    private static Object weighed(String term, Rarity rarity, double weight) {
        double rare = rarity.of(term) * weight;
        return any(FIELDS.entrySet().stream()
                .map(field -> (Object)
                        Map.of("term", Map.of(field.getKey(), Map.of("value", term, "boost", rare * field.getValue()))))
                .toList());
    }

    private Object recent(Object query, Instant now) {
        var properties = wording.properties();
        var decay = Map.of(
                "origin",
                OpenSearchDocuments.micros(now),
                "scale",
                properties.halfLife().toNanos() / 1000,
                "decay",
                0.5);
        return Map.of(
                "function_score",
                Map.of(
                        "query",
                        query,
                        "functions",
                        List.of(
                                Map.of("weight", properties.oldest()),
                                Map.of("exp", Map.of("time", decay), "weight", 1 - properties.oldest())),
                        "score_mode",
                        "sum",
                        "boost_mode",
                        "multiply"));
    }

    private static Map<String, Object> rounded(Object query) {
        return Map.of(
                "script_score", Map.of("query", query, "script", Map.of("source", "Math.rint(_score * 1000) / 1000")));
    }

    private static List<Object> filters(Question question, Search.Filter filter, Instant now) {
        var filters = new ArrayList<Object>();
        question.symbols().forEach(symbol -> filters.add(term("code", symbol)));
        if (!question.authors().isEmpty()) {
            filters.add(any(question.authors().stream()
                    .map(author -> term("author", Folding.of(author)))
                    .toList()));
        }
        var exact = new LinkedHashMap<String, String>();
        exact.put("type", filter.type());
        exact.put("lang", filter.lang());
        exact.put("code", filter.symbol());
        exact.forEach((field, value) -> {
            if (!value.isEmpty()) {
                filters.add(term(field, value));
            }
        });
        if (!filter.channels().isEmpty()) {
            filters.add(Map.of("terms", Map.of("channel", filter.channels())));
        }
        filters.add(Map.of("range", Map.of("time", Map.of("gte", filter.fromMicros(), "lte", filter.toMicros(now)))));
        return filters;
    }

    private static Object any(List<?> queries) {
        return Map.of("bool", Map.of("should", queries, "minimum_should_match", 1));
    }

    private static Object constant(String field, String value, double score) {
        return Map.of("constant_score", Map.of("filter", term(field, value), "boost", score));
    }

    private static Object term(String field, String value) {
        return Map.of("term", Map.of(field, value));
    }

    /** How rare terms are. */
    @FunctionalInterface
    interface Rarity {
        double of(String term);
    }
}
