package news.platform.user.password;

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
    private final Passwords passwords = passwords(properties(1, Duration.ZERO));

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
        assertThat(passwords(properties(2, Duration.ZERO)).outdated(hash)).isTrue();
    }

    @Test
    void refusesWhatWaitsTooLongForItsTurn() throws InterruptedException {
        var busy = passwords(new PasswordProperties(DataSize.ofMegabytes(8), 2, 1, Duration.ZERO));

        List<String> outcomes = AtOnce.run(8, () -> outcome(busy));

        assertThat(outcomes).contains("hashed", "OVERLOADED");
    }

    @Test
    void refusesImpossibleProperties() {
        assertThatThrownBy(() -> properties(0, Duration.ZERO)).hasMessageContaining("iterations: 0 (expected: >= 1)");
        assertThatThrownBy(() -> properties(1, Duration.ofSeconds(-1))).hasMessageContaining("max-wait");
    }

    @Test
    void doesTheSameWorkForNobodyAsForSomebody() {
        var slow = passwords(new PasswordProperties(DataSize.ofMegabytes(8), 2, 1, Duration.ZERO));

        String nobodys = slow.hashToCheck(Optional.empty());

        assertThat(work(nobodys)).isEqualTo(work(slow.hash("correct horse")));
        assertThat(slow.matches("correct horse", Optional.of(nobodys))).isFalse();
    }

    /** What decides how long a check takes: the parameters, and how long salt and hash are. */
    private static String work(String hash) {
        return hash.substring(0, hash.indexOf("p=1$") + 4)
                + hash.substring(hash.indexOf("p=1$") + 4).replaceAll("[^$]", "x");
    }

    private static Passwords passwords(PasswordProperties properties) {
        return new Passwords(properties, PasswordConfiguration.passwordBulkhead(properties));
    }

    private static String outcome(Passwords passwords) {
        try {
            passwords.hashBounded("correct horse");
            return "hashed";
        } catch (DomainException refused) {
            return refused.reason().name();
        }
    }

    private static PasswordProperties properties(int iterations, Duration maxWait) {
        return new PasswordProperties(DataSize.ofKilobytes(64), iterations, 1, maxWait);
    }
}
