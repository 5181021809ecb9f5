package news.platform.search.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final String ENGLISH =
            "Rates fell by 0.5 points. \"Good,\" said the U.S. economy's friends. (Really!) Why?";
    private static final String CHINESE = "央行宣布降息。市场上涨！“为什么？”有人问；没有人知道。";

    private final Sentences sentences = new Sentences();

    @Test
    void seesWhereSentencesBegin() {
        assertThat(all(ENGLISH))
                .containsExactly(
                        "Rates fell by 0.5 points. ",
                        "\"Good,\" said the U.S. economy's friends. ",
                        "(Really!) ",
                        "Why?");
        assertThat(all(CHINESE)).containsExactly("央行宣布降息。", "市场上涨！", "“为什么？”", "有人问；", "没有人知道。");
        assertThat(all("no end")).containsExactly("no end");
        assertThat(all("")).isEmpty();
    }

    @Test
    void findsTheNearestOnEitherSide() {
        sentences.setText(ENGLISH);
        int second = ENGLISH.indexOf("\"Good");
        int third = ENGLISH.indexOf("(Really");

        assertThat(sentences.preceding(third - 3)).isEqualTo(second);
        assertThat(sentences.following(second)).isEqualTo(third);
        assertThat(sentences.current()).isEqualTo(third);
        assertThat(sentences.isBoundary(third)).isTrue();
        assertThat(sentences.isBoundary(third + 1)).isFalse();
        assertThat(sentences.preceding(0)).isEqualTo(BreakIterator.DONE);
        assertThat(sentences.following(ENGLISH.length())).isEqualTo(BreakIterator.DONE);
    }

    @Test
    void readsBackwardsWhatItReadsForwards() {
        for (var text : List.of(ENGLISH, CHINESE, "Wait… what?! 好。 Yes.")) {
            sentences.setText(text);
            var forwards = new ArrayList<>(List.of(sentences.first()));
            for (int at = sentences.next(); at != BreakIterator.DONE; at = sentences.next()) {
                forwards.add(at);
            }
            var backwards = new ArrayList<>(List.of(sentences.last()));
            for (int at = sentences.previous(); at != BreakIterator.DONE; at = sentences.previous()) {
                backwards.add(at);
            }

            assertThat(backwards.reversed()).isEqualTo(forwards);
        }
    }

    private List<String> all(String text) {
        sentences.setText(text);
        var all = new ArrayList<String>();
        int from = sentences.first();
        for (int at = sentences.next(); at != BreakIterator.DONE; at = sentences.next()) {
            all.add(text.substring(from, at));
            from = at;
        }
        return all;
    }
}
