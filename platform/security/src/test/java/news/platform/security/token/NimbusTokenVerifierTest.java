package news.platform.security.token;

import static news.platform.security.token.TokenFixtures.LIFETIME;
import static news.platform.security.token.TokenFixtures.NOW;
import static news.platform.security.token.TokenFixtures.claims;
import static news.platform.security.token.TokenFixtures.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.PlainJWT;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.security.Caller;
import news.platform.security.token.TokenFixtures.HandClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NimbusTokenVerifierTest {
    private static final RSAKey KEY = TokenFixtures.rsaKey("k1");

    private final HandClock clock = new HandClock();
    private final NimbusTokenVerifier verifier =
            new NimbusTokenVerifier(TokenFixtures.source(KEY.toPublicJWK()), TokenFixtures.properties(), clock);

    @Test
    void tellsWhoHoldsAValidToken() {
        String token = token(KEY);

        Caller caller = verifier.verify(token);

        assertThat(caller).isEqualTo(new Caller("u1", "s1", Set.of("reader", "editor"), NOW.plus(LIFETIME), token));
    }

    @Test
    void takesAMissingListOfRolesAsNoRoles() {
        assertThat(verifier.verify(token(KEY, claims -> claims.claim("roles", null)))
                        .roles())
                .isEmpty();
    }

    @Test
    void acceptsTheAudienceAmongOthers() {
        String token = token(KEY, claims -> claims.audience(List.of("other", "news-platform")));

        assertThat(verifier.verify(token).userId()).isEqualTo("u1");
    }

    @Test
    void neverPrintsTheToken() {
        String token = token(KEY);

        assertThat(verifier.verify(token)).asString().doesNotContain(token).contains("u1");
    }

    static Stream<Arguments> wrongClaims() {
        return Stream.<Map.Entry<String, UnaryOperator<com.nimbusds.jwt.JWTClaimsSet.Builder>>>of(
                        Map.entry("other issuer", c -> c.issuer("https://other.local")),
                        Map.entry("no issuer", c -> c.issuer(null)),
                        Map.entry("other audience", c -> c.audience("other")),
                        Map.entry("no audience", c -> c.audience(List.of())),
                        Map.entry("expired", c -> c.issueTime(Date.from(NOW.minus(LIFETIME)))
                                .expirationTime(Date.from(NOW.minusSeconds(6)))),
                        Map.entry("no expiry", c -> c.expirationTime(null)),
                        Map.entry("expiry is a text", c -> c.claim("exp", "tomorrow")),
                        Map.entry("not yet valid", c -> c.notBeforeTime(Date.from(NOW.plusSeconds(6)))),
                        Map.entry("no subject", c -> c.subject(null)),
                        Map.entry("blank subject", c -> c.subject(" ")),
                        Map.entry("no session", c -> c.claim("sid", null)),
                        Map.entry("session is a number", c -> c.claim("sid", 7)),
                        Map.entry("roles are a text", c -> c.claim("roles", "admin")),
                        Map.entry("roles are numbers", c -> c.claim("roles", List.of(1, 2))))
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongClaims")
    void refusesWrongClaims(String name, UnaryOperator<com.nimbusds.jwt.JWTClaimsSet.Builder> change) {
        String token = token(KEY, change);

        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidTokenException.class);
        assertThat(verifier.remembered(token)).isEmpty();
    }

    @Test
    void allowsClocksToDifferByFiveSeconds() {
        String justExpired = token(
                KEY, c -> c.issueTime(Date.from(NOW.minus(LIFETIME))).expirationTime(Date.from(NOW.minusSeconds(4))));
        String nearlyValid = token(KEY, c -> c.notBeforeTime(Date.from(NOW.plusSeconds(4))));

        assertThat(verifier.verify(justExpired).userId()).isEqualTo("u1");
        assertThat(verifier.verify(nearlyValid).userId()).isEqualTo("u1");
        assertThat(verifier.remembered(justExpired)).isEmpty();
    }

    static Stream<Arguments> wrongTokens() {
        return WrongTokens.of(KEY).entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void refusesWhatIsNotSignedAsOurs(String name, String token) {
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidTokenException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "...", "....", "a.b.c", "null", "{}", "\0", "é.é.é", "eyJ9.eyJ9.eyJ9"})
    void refusesGarbage(String token) {
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void refusesAnUnsignedToken() {
        String plain = new PlainJWT(claims().build()).serialize();

        assertThatThrownBy(() -> verifier.verify(plain)).isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void refusesATokenThatIsTooLongWithoutLookingAtIt() {
        String token = token(KEY, c -> c.claim("padding", "x".repeat(9000)));

        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void remembersAVerifiedTokenUntilItExpires() {
        String token = token(KEY);
        assertThat(verifier.remembered(token)).isEmpty();
        Caller caller = verifier.verify(token);

        assertThat(verifier.remembered(token)).contains(caller);
        clock.advance(LIFETIME.minusMillis(1));
        assertThat(verifier.remembered(token)).contains(caller);
        clock.advance(Duration.ofMillis(1));
        assertThat(verifier.remembered(token)).isEmpty();
    }

    @Test
    void verifiesARememberedTokenWithoutItsKey() {
        String token = token(KEY);
        Caller caller = verifier.verify(token);

        assertThat(verifier.verify(token)).isSameAs(caller);
    }

    @Test
    void refusesEveryTokenOfAnEndedSession() {
        String remembered = token(KEY);
        String unseen = token(KEY, c -> c.jwtID("j2"));
        String other = token(KEY, c -> c.claim("sid", "s2"));
        verifier.verify(remembered);

        verifier.forgetSession("s1");

        assertThat(verifier.remembered(remembered)).isEmpty();
        assertThatThrownBy(() -> verifier.verify(remembered)).isInstanceOf(InvalidTokenException.class);
        assertThatThrownBy(() -> verifier.verify(unseen)).isInstanceOf(InvalidTokenException.class);
        assertThat(verifier.verify(other).sessionId()).isEqualTo("s2");
    }

    @Test
    void keepsASessionEndedHoweverManyEndAfterIt() {
        String token = token(KEY);
        verifier.forgetSession("s1");

        IntStream.range(0, 300_000).forEach(i -> verifier.forgetSession("other-" + i));

        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void keepsASessionEndedForAsLongAsItsTokensMayLive() {
        verifier.forgetSession("s1");
        clock.advance(LIFETIME);
        String madeJustBeforeTheEnd =
                token(KEY, c -> c.expirationTime(Date.from(clock.instant().plusSeconds(1))));

        assertThatThrownBy(() -> verifier.verify(madeJustBeforeTheEnd)).isInstanceOf(InvalidTokenException.class);
    }
}
