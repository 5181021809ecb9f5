package news.platform.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TokenAutoConfigurationTest {
    private static final String KEYS = "news.security.jwks-uri=https://issuer.example/keys";

    private final ApplicationContextRunner bare = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(TokenAutoConfiguration.class))
            .withBean(
                    SslBundles.class,
                    () -> new DefaultSslBundleRegistry("identity", SslBundle.of(SslStoreBundle.NONE)));
    private final ApplicationContextRunner context = bare.withPropertyValues(KEYS);

    @Test
    void verifiesTheLocalIssuersTokensByDefault() {
        context.run(started -> {
            SecurityProperties properties = started.getBean(SecurityProperties.class);
            assertThat(properties.issuer()).isEqualTo("https://news-platform.local");
            assertThat(properties.audience()).isEqualTo("news-platform");
            assertThat(properties.clockSkew()).isEqualTo(Duration.ofSeconds(5));
            assertThat(started).hasSingleBean(TokenVerifier.class);
        });
    }

    /** An address of its own would be one that no table moves. */
    @Test
    void hasToBeToldWhereTheKeysAre() {
        bare.run(started ->
                assertThat(started).getFailure().rootCause().hasMessageContaining("news.security.jwks-uri: null"));
    }

    @Test
    void verifiesWithTheKeysAtHandWhereTheIssuerGivesThem() {
        RSAKey key = TokenFixtures.rsaKey("own");

        context.withBean(JWKSource.class, () -> TokenFixtures.source(key))
                .withBean(Clock.class, TokenFixtures.HandClock::new)
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
}
