package news.platform.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionTest {
    @Test
    void tellsItsPartsApart() {
        var question =
                Question.of("oil \"interest rate\" -gold symbol:600519.sh author:\"Ann Lee\" -“not this” prices");

        assertThat(question.words()).isEqualTo("oil prices");
        assertThat(question.phrases()).containsExactly("interest rate");
        assertThat(question.without()).containsExactly("gold", "not this");
        assertThat(question.symbols()).containsExactly("600519.SH");
        assertThat(question.authors()).containsExactly("Ann Lee");
    }

    @Test
    void takesWhatIsMeantAsText() {
        assertThat(Question.of("Dow falls -3% - again").without()).isEmpty();
        assertThat(Question.of("COVID-19 rules").words()).isEqualTo("COVID-19 rules");
        assertThat(Question.of("he said \"no").words()).isEqualTo("he said no");
        assertThat(Question.of("「降息」 股市").phrases()).containsExactly("降息");
        assertThat(Question.of("symbol：600519").symbols()).containsExactly("600519");
    }

    @Test
    void isNothingWhereNothingIsSaid() {
        assertThat(Question.of("\"\" - \"").text()).isEqualTo("-");
        assertThat(Question.of("   ").text()).isEmpty();
    }
}
