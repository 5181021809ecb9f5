package news.platform.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final BreachedPasswords BREACHED = new BreachedPasswords();

    private final PasswordRules rules = new PasswordRules(BREACHED);

    @Test
    void knowsManyBreachedPasswords() {
        assertThat(BREACHED.size()).isGreaterThan(90_000);
        assertThat(BREACHED.contains("iloveyou")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"iloveyou", "ILoveYou", "iloveyou2024", "!iloveyou!!", "iloveyouiloveyou", "12345678", "11111111"
            })
    void refusesThemHoweverVaried(String password) {
        assertThatThrownBy(() -> check(password)).hasMessageStartingWith("password: is, or is hardly more than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann.lee@example.com", "ANN.LEE@example.com1", "annlee99", "Lee Xiaolong", "leexiaolong"})
    void refusesWhatTheAccountIsCalled(String password) {
        assertThatThrownBy(() -> check(password)).hasMessageContaining("must not be the address or the name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann571251251!", "!Ann571251299", "ann57125121", "1ann5712512"})
    void refusesANameThatEndsInDigitsToo(String password) {
        assertThatThrownBy(() -> rules.check("password", password, "ann5712512@example.com", "Lee"))
                .hasMessageContaining("must not be the address or the name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "xK3!vQ9z", "央行降息五十个基点", "annlee and a horse"})
    void acceptsWhatNobodyTriesFirst(String password) {
        check(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "！", "…"})
    void takesNoPasswordOfSignsForANameOfSigns(String displayName) {
        rules.check("password", "§$%&/()=?±÷×", "ann.lee@example.com", displayName);
    }

    private void check(String password) {
        rules.check("password", password, "ann.lee@example.com", "Lee Xiaolong");
    }
}
