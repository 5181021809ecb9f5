package news.platform.search.text;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/** Reads a text folded. */
final class FoldingFilter extends CharFilter {
    FoldingFilter(Reader input) {
        super(input);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int read = input.read(into, from, length);
        for (int at = from; at < from + read; at++) {
            into[at] = Folding.of(into[at]);
        }
        return read;
    }

    @Override
    protected int correct(int place) {
        return place;
    }
}
