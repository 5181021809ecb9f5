package news.platform.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** Reads headlines out of an index. */
public final class Headlines {
    private static final Sort NEWEST_FIRST = new Sort(
            new SortField(Fields.TIME, SortField.Type.LONG, true), new SortField(Fields.KEY, SortField.Type.STRING));

    private Headlines() {}

    static List<Headline> newest(IndexSearcher searcher, int limit) throws IOException {
        var headlines = new ArrayList<Headline>();
        for (var found : searcher.search(new FieldExistsQuery(Fields.TIME), limit, NEWEST_FIRST).scoreDocs) {
            var values = ((FieldDoc) found).fields;
            var leaves = searcher.getLeafContexts();
            var leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
            int place = found.doc - leaf.docBase;
            var key = ((BytesRef) values[1]).utf8ToString();
            headlines.add(
                    new Headline(key, title(leaf.reader(), place), (Long) values[0], symbols(leaf.reader(), place)));
        }
        return headlines;
    }

    /** The title of a document, from where it stands apart: what else is kept of it need not be unpacked. */
    public static String title(IndexSearcher searcher, int document) throws IOException {
        var leaves = searcher.getLeafContexts();
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return title(leaf.reader(), document - leaf.docBase);
    }

    private static String title(LeafReader reader, int document) throws IOException {
        var titles = reader.getBinaryDocValues(Fields.TITLE);
        return titles != null && titles.advanceExact(document)
                ? titles.binaryValue().utf8ToString()
                : "";
    }

    private static List<String> symbols(LeafReader reader, int document) throws IOException {
        var symbols = new ArrayList<String>();
        var about = reader.getSortedSetDocValues(Fields.SYMBOL);
        if (about != null && about.advanceExact(document)) {
            for (int left = about.docValueCount(); left > 0; left--) {
                symbols.add(about.lookupOrd(about.nextOrd()).utf8ToString());
            }
        }
        return symbols;
    }
}
