package news.platform.search.index;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import news.platform.security.Digests;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/**
 * All that can be found, in two figures: indexes that hold the same have the same, however they came about.
 *
 * @param items how many
 * @param digest of what each is called, its rank, its time and all that is shown of it, in any order
 */
record Inventory(int items, String digest) {
    private static final int DIGEST_BYTES = 32;
    private static final List<String> SHOWN = List.of(Fields.TITLE, Fields.SUMMARY, Fields.BODY);

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
        int items = 0;
        for (int document = times.nextDoc(); document < Integer.MAX_VALUE; document = times.nextDoc()) {
            if (live == null || live.get(document)) {
                var one = digest(reader, document, times.longValue());
                for (int at = 0; at < sum.length; at++) {
                    sum[at] ^= one[at];
                }
                items++;
            }
        }
        return items;
    }

    private static byte[] digest(LeafReader reader, int document, long time) throws IOException {
        var text = new StringBuilder().append(time);
        var keys = Objects.requireNonNull(reader.getSortedDocValues(Fields.KEY));
        var ranks = Objects.requireNonNull(reader.getNumericDocValues(Fields.RANK));
        if (keys.advanceExact(document) && ranks.advanceExact(document)) {
            text.append('\0').append(keys.lookupOrd(keys.ordValue()).utf8ToString());
            text.append('\0').append(ranks.longValue());
        }
        for (var field : SHOWN) {
            var texts = DocValues.getBinary(reader, field);
            if (texts.advanceExact(document)) {
                text.append('\0').append(field).append('\0');
                text.append(texts.binaryValue().utf8ToString());
            }
        }
        return Digests.sha256(text.toString());
    }
}
