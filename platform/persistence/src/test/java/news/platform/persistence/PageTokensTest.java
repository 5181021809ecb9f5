package news.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import news.platform.error.DomainException;
import news.platform.error.FieldViolation;
import news.platform.error.PlatformReason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokensTest {
    private final PageTokens tokens = withKey((byte) 1);

    @Test
    void givesBackTheKeyThatWasEncoded() {
        List<String> key = List.of("2026-03-01T12:00:00Z", "", "编号 7 / a+b=c", "0198c0de");

        assertThat(tokens.decode("articles", tokens.encode("articles", key))).contains(key);
    }

    @Test
    void asksForTheFirstPageWhereTheTokenIsEmpty() {
        assertThat(tokens.decode("articles", "")).isEmpty();
    }

    @Test
    void canStandInAUrlAsItIs() {
        assertThat(tokens.encode("articles", List.of("??>>~~ÿ"))).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void refusesATokenOfAnotherList() {
        String token = tokens.encode("articles?channel=forex", List.of("1"));

        assertRefused(() -> tokens.decode("articles?channel=bond", token));
    }

    @Test
    void refusesATokenSignedWithAnotherKey() {
        assertRefused(() -> tokens.decode("articles", withKey((byte) 2).encode("articles", List.of("1"))));
    }

    @Test
    void refusesATokenWithAnyByteChanged() {
        byte[] token = Base64.getUrlDecoder().decode(tokens.encode("articles", List.of("2026", "17")));

        for (int i = 0; i < token.length; i++) {
            byte[] forged = token.clone();
            forged[i] ^= 1;
            assertRefused(() -> tokens.decode(
                    "articles", Base64.getUrlEncoder().withoutPadding().encodeToString(forged)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "AAAA", "no token at all", "%00", "' OR 1=1 --", "null", "=", "🙂"})
    void refusesWhatIsNoToken(String text) {
        assertRefused(() -> tokens.decode("articles", text));
    }

    @Test
    void refusesAnEndlessToken() {
        assertRefused(() -> tokens.decode("articles", "A".repeat(100_000)));
    }

    private static void assertRefused(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(DomainException.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(PlatformReason.BAD_PAGE_TOKEN);
            assertThat(refusal.violations()).extracting(FieldViolation::field).containsExactly("pageToken");
        });
    }

    private static PageTokens withKey(byte seed) {
        byte[] bytes = new byte[32];
        bytes[0] = seed;
        return new PageTokens(() -> new SecretKeySpec(bytes, "HmacSHA256"));
    }
}
