package news.platform.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({"ＡＢＣ１２３,abc123", "Café Zürich,cafe zurich", "聯準會降息,联准会降息", "A股,a股", "％,%"})
    void makesTheSameOfWhatIsTheSame(String text, String folded) {
        assertThat(Folding.of(text)).isEqualTo(folded);
    }

    @Test
    void keepsEachPlace() {
        for (char character = 0; character < Character.MAX_VALUE; character++) {
            assertThat(Folding.of(String.valueOf(character))).hasSize(1);
        }
    }

    @Test
    void comparesHeadlinesByTheirLetters() {
        assertThat(Folding.letters("【央行：降息 0.5%！】")).isEqualTo("央行降息05");
    }
}
