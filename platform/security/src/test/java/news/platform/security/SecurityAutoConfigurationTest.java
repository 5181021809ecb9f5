package news.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import io.grpc.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.platform.error.DomainException;
import news.platform.error.Reason;
import news.platform.error.v1.PlatformReason;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SecurityAutoConfigurationTest {
    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SecurityAutoConfiguration.class));

    @Test
    void verifiesTheLocalIssuersTokensByDefault() {
        context.run(started -> {
            SecurityProperties properties = started.getBean(SecurityProperties.class);
            assertThat(properties.issuer()).isEqualTo("https://news-platform.local");
            assertThat(properties.audience()).isEqualTo("news-platform");
            assertThat(properties.jwksUri()).hasToString("http://localhost:8101/.well-known/jwks.json");
            assertThat(properties.clockSkew()).isEqualTo(Duration.ofSeconds(5));
            assertThat(started).hasSingleBean(TokenVerifier.class).hasSingleBean(EntitlementClasses.class);
        });
    }

    @Test
    void verifiesWithTheKeysAtHandWhereTheIssuerGivesThem() {
        RSAKey key = TokenFixtures.rsaKey("own");

        context.withBean(JWKSource.class, () -> TokenFixtures.source(key))
                .withBean(java.time.Clock.class, TokenFixtures.HandClock::new)
                .run(started -> assertThat(started.getBean(TokenVerifier.class)
                                .verify(TokenFixtures.token(key))
                                .userId())
                        .isEqualTo("u1"));
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, ''",
        "audience, ''",
        "jwks-uri, relative",
        "clock-skew, -1s",
        "token-lifetime, 0s",
        "cache-size, 0B",
        "jwks-timeout, 0s",
        "jwks-max-age, 1s",
        "jwks-min-interval, 0s"
    })
    void refusesToStartWithAnImpossibleProperty(String name, String value) {
        context.withPropertyValues("news.security." + name + "=" + value)
                .run(started ->
                        assertThat(started).getFailure().rootCause().hasMessageContaining("news.security." + name));
    }

    @ParameterizedTest
    @CsvSource({"editor, FULL", "admin, FULL", "moderator, PREVIEW", "reader, PREVIEW"})
    void showsWhoWorksOnTheContentAllOfIt(String role, EntitlementClass expected) {
        Caller caller = new Caller("u1", "s1", Set.of(role), Instant.MAX, "t");

        assertThat(new RoleEntitlementClasses().of(Optional.of(caller))).isEqualTo(expected);
    }

    @Test
    void showsAnAnonymousAskerThePreview() {
        assertThat(new RoleEntitlementClasses().of(Optional.empty())).isEqualTo(EntitlementClass.PREVIEW);
    }

    @Test
    void findsTheCallerInTheContext() throws Exception {
        Caller caller = new Caller("u1", "s1", Set.of("reader"), Instant.MAX, "t");

        Caller found = Context.current().withValue(Callers.KEY, caller).call(Callers::required);

        assertThat(found).isSameAs(caller);
        assertThat(found.hasAnyRole(List.of("admin", "reader"))).isTrue();
        assertThat(found.hasAnyRole(List.of())).isFalse();
        assertThat(Callers.current()).isEmpty();
    }

    @Test
    void refusesToNameAnAnonymousCaller() {
        Assertions.assertThatThrownBy(Callers::required)
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.of(PlatformReason.UNAUTHENTICATED)));
    }
}
