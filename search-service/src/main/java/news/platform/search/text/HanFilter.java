package news.platform.search.text;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Makes of single Chinese characters, as {@code StandardTokenizer} leaves them, each two that stand side by side, by which whatever is
 * written is found however it was taken apart; and beside them, marked, the words that it is taken apart into. What stands behind
 * another alphabet stays as it is.
 */
final class HanFilter extends TokenFilter {
    /** What words begin with, to be told from two characters that only stand side by side. No token begins so. */
    static final char WORD = '#';

    private static final int LONGEST_RUN = 200;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Tokenizer words = new HMMChineseTokenizer();
    private final CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
    private final OffsetAttribute wordOffset = words.addAttribute(OffsetAttribute.class);
    private final Deque<Token> ready = new ArrayDeque<>();
    private final boolean last;
    private @Nullable State held;

    /** @param last whether the last character of several comes alone, too, by which a single one is found */
    HanFilter(TokenStream input, boolean last) {
        super(input);
        this.last = last;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (ready.isEmpty()) {
            if (!advance()) {
                return false;
            }
            if (!isHan()) {
                return true;
            }
            take();
        }
        var token = ready.remove();
        clearAttributes();
        term.setEmpty().append(token.text());
        offset.setOffset(token.start(), token.end());
        increment.setPositionIncrement(token.increment());
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        ready.clear();
        held = null;
    }

    private boolean advance() throws IOException {
        if (held != null) {
            restoreState(Objects.requireNonNull(held));
            held = null;
            return true;
        }
        return input.incrementToken();
    }

    private boolean isHan() {
        return term.length() == 1 && HanTable.has(term.charAt(0));
    }

    /** Takes all characters from the present one on that stand side by side. */
    private void take() throws IOException {
        var run = new StringBuilder();
        int start = offset.startOffset();
        int end;
        do {
            run.append(term.charAt(0));
            end = offset.endOffset();
            if (!input.incrementToken()) {
                break;
            }
            if (!isHan() || offset.startOffset() != end || run.length() == LONGEST_RUN) {
                held = captureState();
                break;
            }
        } while (true);
        split(run.toString(), start);
    }

    private void split(String run, int start) throws IOException {
        var found = words(run);
        for (int at = 0; at < run.length(); at++) {
            int end = Math.min(at + 2, run.length());
            boolean alone = end - at == 1;
            if (!alone || last || run.length() == 1) {
                ready.add(new Token(run.substring(at, end), start + at, start + end, 1));
            }
            var longer = found.get(at);
            if (longer != null) {
                ready.add(new Token(WORD + longer, start + at, start + at + longer.length(), 0));
            }
        }
    }

    /** The words of two characters or more, by where they begin. */
    private Map<Integer, String> words(String run) throws IOException {
        var found = new HashMap<Integer, String>();
        words.setReader(new StringReader(run));
        words.reset();
        while (words.incrementToken()) {
            if (word.length() > 1) {
                found.put(wordOffset.startOffset(), word.toString());
            }
        }
        words.end();
        words.close();
        return found;
    }

    private record Token(String text, int start, int end, int increment) {}
}
