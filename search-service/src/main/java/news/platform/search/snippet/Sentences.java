package news.platform.search.snippet;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;

/**
 * Where sentences begin, in Chinese and English, told by the few characters before. Java's own goes back to where it is certain, often
 * to the beginning of the text, for each place that is marked; that cost more than finding. One thread.
 */
final class Sentences extends BreakIterator {
    private static final String ENDS = ".!?…";
    private static final String CHINESE_ENDS = "。！？；\n";
    private static final String CLOSING = "\"'”’）)】》」』";

    /** Those of them that open, too. */
    private static final String EITHER = "\"'";

    /** Further back nothing is looked for: more spaces and closing marks stand nowhere together. */
    private static final int FURTHEST = 8;

    private CharacterIterator text = new StringCharacterIterator("");
    private int here;

    @Override
    public int first() {
        here = text.getBeginIndex();
        return here;
    }

    @Override
    public int last() {
        here = text.getEndIndex();
        return here;
    }

    @Override
    public int next() {
        return here == text.getEndIndex() ? DONE : following(here);
    }

    @Override
    public int previous() {
        return here == text.getBeginIndex() ? DONE : preceding(here);
    }

    @Override
    public int next(int count) {
        int found = here;
        for (int left = Math.abs(count); left > 0 && found != DONE; left--) {
            found = count > 0 ? next() : previous();
        }
        return found;
    }

    @Override
    public int following(int offset) {
        require(offset);
        if (offset == text.getEndIndex()) {
            here = offset;
            return DONE;
        }
        here = offset + 1;
        while (here < text.getEndIndex() && !begins(here)) {
            here++;
        }
        return here;
    }

    @Override
    public int preceding(int offset) {
        require(offset);
        if (offset == text.getBeginIndex()) {
            here = offset;
            return DONE;
        }
        here = offset - 1;
        while (here > text.getBeginIndex() && !begins(here)) {
            here--;
        }
        return here;
    }

    @Override
    public boolean isBoundary(int offset) {
        require(offset);
        here = offset;
        return offset == text.getBeginIndex() || offset == text.getEndIndex() || begins(offset);
    }

    @Override
    public int current() {
        return here;
    }

    @Override
    public CharacterIterator getText() {
        return text;
    }

    @Override
    public void setText(CharacterIterator newText) {
        text = newText;
        first();
    }

    /** Whether a sentence begins at this place, which is neither the first nor behind the last. */
    private boolean begins(int place) {
        if (Character.isLetterOrDigit(text.setIndex(place - 1))) {
            return false;
        }
        char first = text.setIndex(place);
        if (Character.isWhitespace(first) || isEnd(first)) {
            return false;
        }
        if (CLOSING.indexOf(first) >= 0 && !(EITHER.indexOf(first) >= 0 && Character.isWhitespace(text.previous()))) {
            return false;
        }
        boolean apart = false;
        boolean closed = false;
        int least = Math.max(text.getBeginIndex(), place - FURTHEST);
        for (int at = place - 1; at >= least; at--) {
            char before = text.setIndex(at);
            if (CHINESE_ENDS.indexOf(before) >= 0) {
                return true;
            }
            if (ENDS.indexOf(before) >= 0) {
                // 3.5, U.S. economy
                return before == '…' || apart && !Character.isLowerCase(first);
            }
            boolean space = Character.isWhitespace(before);
            if (space && closed || !space && CLOSING.indexOf(before) < 0) {
                return false;
            }
            apart |= space;
            closed |= !space;
        }
        return false;
    }

    private static boolean isEnd(char character) {
        return ENDS.indexOf(character) >= 0 || CHINESE_ENDS.indexOf(character) >= 0;
    }

    private void require(int offset) {
        if (offset < text.getBeginIndex() || offset > text.getEndIndex()) {
            throw new IllegalArgumentException(
                    "offset: " + offset + " (expected: " + text.getBeginIndex() + " to " + text.getEndIndex() + ")");
        }
    }
}
