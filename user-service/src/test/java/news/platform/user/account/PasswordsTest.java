package news.platform.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.user.AtOnce;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PasswordsTest {
    private final Passwords passwords = new Passwords(properties(1, Duration.ZERO));

    @Test
    void matchesItsOwnHashAlone() {
        String hash = passwords.hash("correct horse");

        assertThat(hash).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(passwords.matches("correct horse", Optional.of(hash))).isTrue();
        assertThat(passwords.matches("Correct horse", Optional.of(hash))).isFalse();
        assertThat(passwords.matches("correct horse", Optional.empty())).isFalse();
    }

    @Test
    void takesComposedAndDecomposedLettersForTheSame() {
        String hash = passwords.hash("caf\u00e9 au lait");

        assertThat(passwords.matches("cafe\u0301 au lait", Optional.of(hash))).isTrue();
    }

    @Test
    void knowsAHashOfOtherParameters() {
        String hash = passwords.hash("correct horse");

        assertThat(passwords.outdated(hash)).isFalse();
        assertThat(new Passwords(properties(2, Duration.ZERO)).outdated(hash)).isTrue();
    }

    @Test
    void refusesWhatWaitsTooLongForItsTurn() throws InterruptedException {
        var busy = new Passwords(new PasswordProperties(DataSize.ofMegabytes(8), 2, 1, Duration.ZERO));

        List<String> outcomes = AtOnce.run(8, () -> outcome(busy));

        assertThat(outcomes).contains("hashed", "OVERLOADED");
    }

    @Test
    void refusesImpossibleProperties() {
        assertThatThrownBy(() -> properties(0, Duration.ZERO)).hasMessageContaining("iterations: 0 (expected: >= 1)");
        assertThatThrownBy(() -> properties(1, Duration.ofSeconds(-1))).hasMessageContaining("max-wait");
    }

    private static String outcome(Passwords passwords) {
        try {
            passwords.hash("correct horse");
            return "hashed";
        } catch (DomainException refused) {
            return refused.reason().name();
        }
    }

    private static PasswordProperties properties(int iterations, Duration maxWait) {
        return new PasswordProperties(DataSize.ofKilobytes(64), iterations, 1, maxWait);
    }
}
