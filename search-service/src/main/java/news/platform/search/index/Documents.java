package news.platform.search.index;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import news.platform.search.text.Folding;
import news.platform.search.text.NewsAnalyzer;
import news.platform.search.text.Unit;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Items as Lucene keeps them. */
final class Documents {
    private static final int SPELLED = 2000;
    private static final FieldType SHOWN = new FieldType(TextField.TYPE_NOT_STORED);
    private static final FieldType FOUND = new FieldType(TextField.TYPE_NOT_STORED);

    static {
        SHOWN.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        SHOWN.freeze();
        FOUND.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        FOUND.freeze();
    }

    private final NewsAnalyzer spelling = NewsAnalyzer.ofWords();

    Document of(Item item) {
        var document = keyed(item.key(), item.rank());
        long time = micros(item.publishTime());
        document.add(new LongPoint(Fields.TIME, time));
        document.add(new NumericDocValuesField(Fields.TIME, time));
        if (!item.isWhole()) {
            document.add(new StringField(Fields.PARTIAL, "1", Field.Store.NO));
        }
        place(document, item);
        write(document, item.text());
        return document;
    }

    /** What is left of an item that is gone, so that nothing late brings it back. */
    Document gone(String key, long version) {
        return keyed(key, Item.rank(version, true));
    }

    /** As {@link Fields#TIME} has it. */
    static long micros(Instant time) {
        return TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(time.getNano());
    }

    private static Document keyed(String key, long rank) {
        var document = new Document();
        document.add(new StringField(Fields.KEY, key, Field.Store.NO));
        document.add(new SortedDocValuesField(Fields.KEY, new BytesRef(key)));
        document.add(new NumericDocValuesField(Fields.RANK, rank));
        return document;
    }

    private static void place(Document document, Item item) {
        var placing = item.placing();
        counted(document, Fields.TYPE, item.type());
        counted(document, Fields.LANG, item.text().lang().split("-", 2)[0]);
        placing.channels().forEach(channel -> counted(document, Fields.CHANNEL, channel));
        placing.symbols().forEach(symbol -> {
            counted(document, Fields.SYMBOL, symbol);
            Stream.of(symbol, symbol.split("\\.", 2)[0])
                    .distinct()
                    .forEach(code -> document.add(new StringField(Fields.CODE, code, Field.Store.NO)));
        });
        placing.authors()
                .forEach(author -> document.add(new StringField(Fields.AUTHOR, Folding.of(author), Field.Store.NO)));
        placing.tags().forEach(tag -> document.add(new StringField(Fields.TAG, Folding.letters(tag), Field.Store.NO)));
    }

    private static void counted(Document document, String field, String value) {
        if (!value.isEmpty()) {
            document.add(new StringField(field, value, Field.Store.NO));
            document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
        }
    }

    /** What is empty is left out: a score looks up the length of each field that is there, for each term and document. */
    private static void shown(Document document, String field, String text) {
        if (!text.isEmpty()) {
            document.add(new Field(field, text, SHOWN));
            document.add(new BinaryDocValuesField(field, new BytesRef(text)));
        }
    }

    private void write(Document document, Item.Text text) {
        shown(document, Fields.TITLE, text.title());
        shown(document, Fields.SUMMARY, text.summary());
        shown(document, Fields.BODY, text.body());
        if (!text.paid().isEmpty()) {
            document.add(new Field(Fields.PAID, text.paid(), FOUND));
        }
        document.add(new StringField(Fields.HEADLINE, Folding.letters(text.title()), Field.Store.NO));
        Unit.of(spelling, String.join("\n", text.title(), text.summary(), text.body()), SPELLED).stream()
                .filter(Unit::isWord)
                .forEach(unit -> document.add(new StringField(Fields.SPELLING, unit.written(), Field.Store.NO)));
    }
}
