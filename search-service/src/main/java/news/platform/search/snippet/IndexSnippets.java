package news.platform.search.snippet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.platform.search.index.Fields;
import news.platform.search.text.NewsAnalyzer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.FieldOffsetStrategy;
import org.apache.lucene.search.uhighlight.UHComponents;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/**
 * Snippets of what an index keeps. Of a premium body that is what everybody may read, because it keeps no more of it. Each text is kept apart,
 * so nothing need be unpacked. One search, one thread.
 */
public final class IndexSnippets extends Snippets {
    private static final String[] FIELDS = {Fields.TITLE, Fields.SUMMARY, Fields.BODY};
    private static final int[] MOST_PASSAGES = {1, 1, BODY_PASSAGES};

    private IndexSnippets(IndexSearcher searcher) {
        super(UnifiedHighlighter.builder(searcher, NewsAnalyzer.ofTexts()));
    }

    /** Of these documents, in their order; {@code marked} has single terms alone. */
    public static List<Snippet> of(IndexSearcher searcher, Query marked, int[] documents) throws IOException {
        var all = new IndexSnippets(searcher).highlightFields(FIELDS, marked, documents, MOST_PASSAGES);
        return IntStream.range(0, documents.length)
                .mapToObj(at -> new Snippet(
                        text(all, Fields.TITLE, at), best(text(all, Fields.BODY, at), text(all, Fields.SUMMARY, at))))
                .toList();
    }

    @Override
    protected OffsetSource getOffsetSource(String field) {
        return OffsetSource.POSTINGS;
    }

    @Override
    protected FieldOffsetStrategy getOffsetStrategy(OffsetSource source, UHComponents parts) {
        return source == OffsetSource.POSTINGS ? new PostingsInTurn(parts) : super.getOffsetStrategy(source, parts);
    }

    @Override
    protected List<CharSequence[]> loadFieldValues(String[] fields, DocIdSetIterator documents, int characters)
            throws IOException {
        var texts = new ArrayList<CharSequence[]>();
        var leaves = getIndexSearcher().getLeafContexts();
        LeafReaderContext segment = null;
        // each of them has room for the longest text of its segment
        var kept = new BinaryDocValues[fields.length];
        for (int at = documents.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = documents.nextDoc()) {
            var leaf = leaves.get(ReaderUtil.subIndex(at, leaves));
            var text = new CharSequence[fields.length];
            for (int field = 0; field < fields.length; field++) {
                if (leaf != segment) {
                    kept[field] = DocValues.getBinary(leaf.reader(), fields[field]);
                }
                if (kept[field].advanceExact(at - leaf.docBase)) {
                    var bytes = kept[field].binaryValue();
                    var all = new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.UTF_8);
                    text[field] = all.substring(0, Math.min(all.length(), getMaxLength()));
                }
            }
            segment = leaf;
            texts.add(text);
        }
        return texts;
    }

    private static String text(Map<String, String[]> all, String field, int at) {
        var texts = all.get(field);
        var text = texts == null ? null : texts[at];
        return text == null ? "" : text;
    }
}
