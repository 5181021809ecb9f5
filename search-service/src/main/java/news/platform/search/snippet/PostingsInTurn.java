package news.platform.search.snippet;

import java.io.IOException;
import java.util.ArrayList;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.uhighlight.FieldOffsetStrategy;
import org.apache.lucene.search.uhighlight.OffsetsEnum;
import org.apache.lucene.search.uhighlight.UHComponents;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter.OffsetSource;
import org.jspecify.annotations.Nullable;

/**
 * Where terms stand in documents that come in their order: a term is looked up once for each segment, not once for each document as
 * Lucene's own does. One search, one thread.
 */
final class PostingsInTurn extends FieldOffsetStrategy {
    private final @Nullable PostingsEnum[] postings;
    private @Nullable LeafReader segment;

    PostingsInTurn(UHComponents parts) {
        super(parts);
        postings = new PostingsEnum[parts.terms().length];
    }

    @Override
    public OffsetSource getOffsetSource() {
        return OffsetSource.POSTINGS;
    }

    @Override
    public OffsetsEnum getOffsetsEnum(LeafReader reader, int document, String text) throws IOException {
        if (reader != segment) {
            segment = reader;
            lookUp(reader);
        }
        var places = new ArrayList<OffsetsEnum>();
        for (int term = 0; term < postings.length; term++) {
            var found = postings[term];
            if (found != null
                    && (found.docID() == document || found.docID() < document && found.advance(document) == document)) {
                places.add(new OffsetsEnum.OfPostings(components.terms()[term], found));
            }
        }
        return switch (places.size()) {
            case 0 -> OffsetsEnum.EMPTY;
            case 1 -> places.getFirst();
            default -> new OffsetsEnum.MultiOffsetsEnum(places);
        };
    }

    private void lookUp(LeafReader reader) throws IOException {
        var all = reader.terms(getField());
        var terms = all == null ? null : all.iterator();
        for (int term = 0; term < postings.length; term++) {
            postings[term] = terms != null && terms.seekExact(components.terms()[term])
                    ? terms.postings(null, PostingsEnum.OFFSETS)
                    : null;
        }
    }
}
