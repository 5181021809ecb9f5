package news.platform.search.lucene;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import news.platform.search.index.Fields;
import news.platform.search.index.Item;
import news.platform.search.question.Question;
import news.platform.search.searching.Search;
import news.platform.search.searching.Wording;
import news.platform.search.text.Folding;
import news.platform.search.text.Unit;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Questions as Lucene answers them. Score = (text × recency) + what is exactly the title or an instrument, rounded; docs/search.md says
 * what weighs how much.
 */
final class Queries {
    private static final float TITLE = 8;
    private static final float SUMMARY = 3;

    private final Wording wording;

    Queries(Wording wording) {
        this.wording = wording;
    }

    /** What answers a question at a time. */
    Query of(Question question, Search.Filter filter, Instant now) {
        var exact = question.text().strip();
        var code = exact.toUpperCase(Locale.ROOT);
        var all = new BooleanQuery.Builder();
        all.add(
                new FunctionScoreQuery(
                        any(Stream.of(text(question), constant(Fields.CODE, code, Wording.INSTRUMENT))),
                        new Recency(
                                now,
                                wording.properties().halfLife(),
                                wording.properties().oldest())),
                Occur.MUST);
        all.add(constant(Fields.HEADLINE, Folding.letters(exact), Wording.EXACT_TITLE), Occur.SHOULD);
        all.add(constant(Fields.TAG, Folding.letters(exact), Wording.INSTRUMENT), Occur.SHOULD);
        all.add(constant(Fields.CODE, code, Wording.EXACT_CODE), Occur.SHOULD);
        all.add(constant(Fields.KEY, Item.key(Item.INSTRUMENTS, code), Wording.EXACT_CODE), Occur.SHOULD);
        question.without().forEach(said -> all.add(phrase(said), Occur.MUST_NOT));
        question.symbols().forEach(symbol -> all.add(term(Fields.CODE, symbol), Occur.FILTER));
        if (!question.authors().isEmpty()) {
            all.add(
                    any(question.authors().stream().map(author -> term(Fields.AUTHOR, Folding.of(author)))),
                    Occur.FILTER);
        }
        limit(all, filter, now);
        return new FunctionScoreQuery(all.build(), new Rounded());
    }

    private Query text(Question question) {
        var units = wording.units(question.words());
        var text = new BooleanQuery.Builder();
        question.phrases().stream()
                .filter(said -> !wording.units(said).isEmpty())
                .forEach(said -> text.add(phrase(said), Occur.MUST));
        if (!units.isEmpty()) {
            var enough = new BooleanQuery.Builder();
            units.forEach(unit -> enough.add(unit(unit, units.size() == 1), Occur.SHOULD));
            text.add(
                    enough.setMinimumNumberShouldMatch(Wording.enough(units.size()))
                            .build(),
                    Occur.MUST);
            units.forEach(unit -> sharpen(text, unit));
            together(text, question.words());
        } else if (question.phrases().isEmpty()) {
            text.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return text.build();
    }

    private static Query unit(Unit unit, boolean alone) {
        if (unit.isWord()) {
            return new DisjunctionMaxQuery(
                    List.of(
                            combined(unit.term()),
                            constant(Fields.CODE, unit.written().toUpperCase(Locale.ROOT), Wording.INSTRUMENT)),
                    0);
        }
        if (unit.written().length() == 1 && alone) {
            // a single character is part of whatever begins with it
            return any(Stream.of(Fields.TITLE, Fields.SUMMARY, Fields.BODY)
                    .map(field -> new ConstantScoreQuery(new PrefixQuery(new Term(field, unit.written())))));
        }
        return combined(unit.term());
    }

    private static void sharpen(BooleanQuery.Builder text, Unit unit) {
        if (!unit.written().equals(unit.term())) {
            text.add(new BoostQuery(combined(unit.written()), Wording.EXACT_FORM), Occur.SHOULD);
        }
        unit.words().forEach(word -> text.add(new BoostQuery(combined(word), Wording.WHOLE_WORD), Occur.SHOULD));
    }

    /** What stands together in the question had better stand together. */
    private void together(BooleanQuery.Builder text, String words) {
        var units = wording.phrase(words);
        if (!units.isEmpty()) {
            text.add(new BoostQuery(phrase(Fields.TITLE, units, Wording.SLOP), Wording.TITLE_PHRASE), Occur.SHOULD);
            text.add(new BoostQuery(phrase(Fields.BODY, units, Wording.SLOP), Wording.BODY_PHRASE), Occur.SHOULD);
        }
    }

    /** In what is shown, word for word. */
    private Query phrase(String said) {
        var units = wording.said(said);
        return any(Stream.of(Fields.TITLE, Fields.SUMMARY, Fields.BODY).map(field -> phrase(field, units, 0)));
    }

    private static Query phrase(String field, List<Unit> units, int slop) {
        var phrase = new PhraseQuery.Builder().setSlop(slop);
        units.forEach(unit -> phrase.add(new Term(field, unit.written())));
        return phrase.build();
    }

    private static Query combined(String term) {
        return new CombinedFieldQuery.Builder(term)
                .addField(Fields.TITLE, TITLE)
                .addField(Fields.SUMMARY, SUMMARY)
                .addField(Fields.BODY)
                .addField(Fields.PAID)
                .build();
    }

    private static void limit(BooleanQuery.Builder all, Search.Filter filter, Instant now) {
        exactly(all, Fields.TYPE, filter.type());
        if (!filter.channels().isEmpty()) {
            all.add(any(filter.channels().stream().map(channel -> term(Fields.CHANNEL, channel))), Occur.FILTER);
        }
        exactly(all, Fields.LANG, filter.lang());
        exactly(all, Fields.CODE, filter.symbol());
        long from = filter.fromMicros();
        long to = filter.toMicros(now);
        all.add(
                new IndexOrDocValuesQuery(
                        LongPoint.newRangeQuery(Fields.TIME, from, to),
                        NumericDocValuesField.newSlowRangeQuery(Fields.TIME, from, to)),
                Occur.FILTER);
    }

    private static void exactly(BooleanQuery.Builder all, String field, String value) {
        if (!value.isEmpty()) {
            all.add(term(field, value), Occur.FILTER);
        }
    }

    private static Query any(Stream<? extends Query> queries) {
        var any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    private static Query constant(String field, String value, float score) {
        return new BoostQuery(new ConstantScoreQuery(term(field, value)), score);
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
