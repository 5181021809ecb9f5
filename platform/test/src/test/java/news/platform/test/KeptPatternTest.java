package news.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptPatternTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!--.*?-->",
                "<!--[^>]*>",
                "\\S+@\\S+\\s*\\((.+)\\)",
                "begin\\s+.*end",
                "(a|aa)+b",
                "([a-z]|-)*!"
            })
    void catchesWhatIsSoughtByTheSquareOrTakesTheStack(String expression) {
        assertThatThrownBy(() -> kept(expression).mustBeSoughtInProportion())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Titles.TAG: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\S+@\\S+\\s*\\((.+)\\)", "(a+)+b", "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"})
    void catchesWhatMatchesByTheSquareOrTakesTheStack(String expression) {
        assertThatThrownBy(() -> kept(expression).mustMatchInProportion(Integer.MAX_VALUE))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void passesWhatIsBoundedOrStraight() {
        assertThatCode(() -> kept("<(/?)([A-Za-z]+)(\\s[^<>]*)?>").mustBeSoughtInProportion())
                .doesNotThrowAnyException();
        assertThatCode(() -> kept("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*").mustMatchInProportion(100))
                .doesNotThrowAnyException();
    }

    @Test
    void findsThePatternsOfAPackage() {
        assertThat(KeptPattern.in("news.platform.test"))
                .extracting(KeptPattern::name)
                .contains("ArchitectureConditions.DOMAIN");
    }

    private static KeptPattern kept(String expression) {
        return new KeptPattern("Titles.TAG", Pattern.compile(expression, Pattern.DOTALL));
    }
}
