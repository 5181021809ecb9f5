package news.platform.user.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class KeyCipherTest {
    private static final byte[] PLAIN = "a private key".getBytes(StandardCharsets.UTF_8);

    private final KeyCipher cipher = cipher(secret(1));

    @Test
    void readsWhatItWrote() {
        byte[] sealed = cipher.encrypt("id", PLAIN);

        assertThat(cipher.decrypt("id", sealed)).contains(PLAIN);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("private");
        assertThat(cipher.encrypt("id", PLAIN)).isNotEqualTo(sealed);
    }

    @Test
    void readsNeitherAnotherKeysNorAnothersIdNorAChangedText() {
        byte[] sealed = cipher.encrypt("id", PLAIN);

        assertThat(cipher(secret(2)).decrypt("id", sealed)).isEmpty();
        assertThat(cipher.decrypt("another", sealed)).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(cipher.decrypt("id", sealed)).isEmpty();
    }

    @Test
    void makesItsOwnKeyOutsideProductionAlone() {
        var production = new MockEnvironment();
        production.setActiveProfiles("production");

        assertThat(cipher(null).decrypt("id", cipher.encrypt("id", PLAIN))).isEmpty();
        assertThatThrownBy(() -> new KeyCipher(properties(null), production))
                .hasMessageContaining("news.user.key.encryption-key: not set");
    }

    @Test
    void refusesAKeyOfAnotherLengthWithoutShowingIt() {
        assertThatThrownBy(() -> properties("c2hvcnQ="))
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("c2hvcnQ");
    }

    @Test
    void refusesAScheduleThatVerifiersCannotFollow() {
        assertThatThrownBy(() -> new KeyProperties(null, Duration.ofDays(30), Duration.ofMinutes(5)))
                .hasMessageContaining("publish-ahead");
        assertThatThrownBy(() -> new KeyProperties(null, Duration.ofMinutes(30), Duration.ofHours(1)))
                .hasMessageContaining("rotation");
    }

    private static KeyCipher cipher(@Nullable String secret) {
        return new KeyCipher(properties(secret), new MockEnvironment());
    }

    private static KeyProperties properties(@Nullable String secret) {
        return new KeyProperties(secret, Duration.ofDays(30), Duration.ofHours(1));
    }

    private static String secret(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return Base64.getEncoder().encodeToString(key);
    }
}
