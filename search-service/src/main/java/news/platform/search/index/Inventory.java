package news.platform.search.index;

import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.platform.security.Digests;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;

/**
 * All that can be found, in two figures: indexes that hold the same have the same, however they came about.
 *
 * @param items how many
 * @param digest of what each is called, its rank, its time and all that is shown of it, in any order
 */
record Inventory(int items, String digest) {
    private static final int DIGEST_BYTES = 32;

    /** Reads every document: a second or two for a hundred thousand. */
    static Inventory of(IndexSearcher searcher) throws IOException {
        var sum = new byte[DIGEST_BYTES];
        int items = 0;
        for (var leaf : searcher.getLeafContexts()) {
            items += add(leaf, sum);
        }
        return new Inventory(items, HexFormat.of().formatHex(sum));
    }

    private static int add(LeafReaderContext leaf, byte[] sum) throws IOException {
        var reader = leaf.reader();
        var times = reader.getNumericDocValues(Fields.TIME);
        if (times == null) {
            return 0;
        }
        var live = reader.getLiveDocs();
        var parts = new Parts(reader);
        int items = 0;
        for (int document = times.nextDoc(); document < Integer.MAX_VALUE; document = times.nextDoc()) {
            if (live == null || live.get(document)) {
                var one = parts.digest(document, times.longValue());
                for (int at = 0; at < sum.length; at++) {
                    sum[at] ^= one[at];
                }
                items++;
            }
        }
        return items;
    }

    /** What documents of a segment consist of. They come in their order, so each part is opened once: it has room for its longest text. */
    private static final class Parts {
        private final SortedDocValues keys;
        private final NumericDocValues ranks;
        private final Map<String, BinaryDocValues> texts = new LinkedHashMap<>();

        Parts(LeafReader reader) throws IOException {
            keys = DocValues.getSorted(reader, Fields.KEY);
            ranks = DocValues.getNumeric(reader, Fields.RANK);
            for (var field : List.of(Fields.TITLE, Fields.SUMMARY, Fields.BODY)) {
                texts.put(field, DocValues.getBinary(reader, field));
            }
        }

        byte[] digest(int document, long time) throws IOException {
            var all = new StringBuilder().append(time);
            if (keys.advanceExact(document) && ranks.advanceExact(document)) {
                all.append('\0').append(keys.lookupOrd(keys.ordValue()).utf8ToString());
                all.append('\0').append(ranks.longValue());
            }
            for (var text : texts.entrySet()) {
                if (text.getValue().advanceExact(document)) {
                    all.append('\0').append(text.getKey()).append('\0');
                    all.append(text.getValue().binaryValue().utf8ToString());
                }
            }
            return Digests.sha256(all.toString());
        }
    }
}
