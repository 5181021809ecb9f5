package news.platform.security.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.time.Clock;
import news.platform.identity.IdentityAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;

/**
 * Verifies access tokens with the keys that the issuer publishes. A bean of type {@code JWKSource} replaces the fetching of
 * keys, e.g. in the issuer itself.
 */
@AutoConfiguration
@EnableConfigurationProperties(SecurityProperties.class)
public final class TokenAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(JWKSource.class)
    PublishedKeys publishedKeys(SecurityProperties properties, SslBundles bundles) throws MalformedURLException {
        return new PublishedKeys(
                properties,
                bundles.getBundle(IdentityAutoConfiguration.BUNDLE)
                        .createSslContext()
                        .getSocketFactory());
    }

    @Bean
    @ConditionalOnMissingBean
    TokenVerifier tokenVerifier(
            JWKSource<SecurityContext> keys, SecurityProperties properties, ObjectProvider<Clock> clock) {
        return new NimbusTokenVerifier(keys, properties, clock.getIfAvailable(Clock::systemUTC));
    }
}
