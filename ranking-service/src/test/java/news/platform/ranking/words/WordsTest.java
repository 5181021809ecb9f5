package news.platform.ranking.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void takesWordsThatSaySomething() {
        assertThat(Words.of("The Fed holds rates, and 2 members dissent"))
                .containsExactly("fed", "holds", "rates", "members", "dissent");
    }

    @Test
    void takesPairsOfChineseCharacters() {
        assertThat(Words.of("央行降息25个基点,A股 涨")).containsExactly("央行", "行降", "降息", "25", "个基", "基点", "股", "涨");
    }

    @Test
    void seesFullAndHalfWidthAlike() {
        assertThat(Words.of("ＡＡＰＬ　涨")).isEqualTo(Words.of("AAPL 涨"));
    }

    @Test
    void findsNothingInNothing() {
        assertThat(Words.of("")).isEmpty();
        assertThat(Words.of("… 🚀 !")).isEmpty();
    }
}
