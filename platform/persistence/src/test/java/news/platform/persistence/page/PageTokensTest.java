package news.platform.persistence.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import news.platform.error.DomainException;
import news.platform.error.FieldViolation;
import news.platform.error.Reason;
import news.platform.error.v1.PlatformReason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokensTest {
    private static final PageScope ARTICLES = PageScope.of("articles");

    private final PageTokens tokens = withKey((byte) 1);

    @Test
    void givesBackTheKeyThatWasEncoded() {
        List<String> key = List.of("2026-03-01T12:00:00Z", "", "编号 7 / a+b=c", "0198c0de");

        assertThat(tokens.decode(ARTICLES, tokens.encode(ARTICLES, key))).contains(key);
    }

    @Test
    void asksForTheFirstPageWhereTheTokenIsEmpty() {
        assertThat(tokens.decode(ARTICLES, "")).isEmpty();
    }

    @Test
    void canStandInAUrlAsItIs() {
        assertThat(tokens.encode(ARTICLES, List.of("??>>~~ÿ"))).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void refusesATokenOfAnotherList() {
        String token = tokens.encode(ARTICLES.with("channel", "forex"), List.of("1"));

        assertRefused(() -> tokens.decode(ARTICLES.with("channel", "bond"), token));
        assertRefused(() -> tokens.decode(PageScope.of("sessions").with("channel", "forex"), token));
        assertRefused(() -> tokens.decode(ARTICLES, token));
    }

    @Test
    void takesNoValueForTwoNorForAnotherFilter() {
        var scopes = List.of(
                ARTICLES.withAll("term", List.of("tag:x, channel:forex")),
                ARTICLES.withAll("term", List.of("tag:x", "channel:forex")),
                ARTICLES.withAll("term", List.of("tag:x")).with("channel", "forex"),
                ARTICLES.with("term", "tag:x").withAll("channel:forex", List.of()),
                ARTICLES.with("from", null).with("to", "1"),
                ARTICLES.with("from", "1").with("to", null),
                ARTICLES.with("from", "").with("to", "1"),
                ARTICLES.with("from", "null").with("to", "1"),
                PageScope.of("articles1").with("", null),
                PageScope.of("articles").with("1", null));

        for (int made = 0; made < scopes.size(); made++) {
            String token = tokens.encode(scopes.get(made), List.of("1"));
            for (int used = 0; used < scopes.size(); used++) {
                var scope = scopes.get(used);
                if (made == used) {
                    assertThat(tokens.decode(scope, token)).contains(List.of("1"));
                } else {
                    assertRefused(() -> tokens.decode(scope, token));
                }
            }
        }
    }

    @Test
    void refusesATokenSignedWithAnotherKey() {
        assertRefused(() -> tokens.decode(ARTICLES, withKey((byte) 2).encode(ARTICLES, List.of("1"))));
    }

    @Test
    void refusesATokenWithAnyByteChanged() {
        byte[] token = Base64.getUrlDecoder().decode(tokens.encode(ARTICLES, List.of("2026", "17")));

        for (int i = 0; i < token.length; i++) {
            byte[] forged = token.clone();
            forged[i] ^= 1;
            assertRefused(() -> tokens.decode(
                    ARTICLES, Base64.getUrlEncoder().withoutPadding().encodeToString(forged)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "AAAA", "no token at all", "%00", "' OR 1=1 --", "null", "=", "🙂"})
    void refusesWhatIsNoToken(String text) {
        assertRefused(() -> tokens.decode(ARTICLES, text));
    }

    @Test
    void refusesAnEndlessToken() {
        assertRefused(() -> tokens.decode(ARTICLES, "A".repeat(100_000)));
    }

    private static void assertRefused(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(DomainException.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.of(PlatformReason.BAD_PAGE_TOKEN));
            assertThat(refusal.violations()).extracting(FieldViolation::field).containsExactly("pageToken");
        });
    }

    private static PageTokens withKey(byte seed) {
        byte[] bytes = new byte[32];
        bytes[0] = seed;
        return new PageTokens(() -> bytes);
    }
}
