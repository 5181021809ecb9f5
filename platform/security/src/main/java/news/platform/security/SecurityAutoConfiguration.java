package news.platform.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.net.MalformedURLException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Verifies access tokens with the keys that the issuer publishes. A bean of type {@code JWKSource} replaces the fetching of
 * keys, e.g. in the issuer itself. Nothing here protects an HTTP port.
 */
@AutoConfiguration
@EnableConfigurationProperties(SecurityProperties.class)
public final class SecurityAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(JWKSource.class)
    PublishedKeys publishedKeys(SecurityProperties properties) throws MalformedURLException {
        return new PublishedKeys(properties);
    }

    @Bean
    @ConditionalOnMissingBean
    TokenVerifier tokenVerifier(
            JWKSource<SecurityContext> keys, SecurityProperties properties, ObjectProvider<Clock> clock) {
        return new NimbusTokenVerifier(keys, properties, clock.getIfAvailable(Clock::systemUTC));
    }

    /** Counts nowhere in a program without metrics. */
    @Bean
    AuditLog auditLog(ObjectProvider<MeterRegistry> meters) {
        return new AuditLog(meters.getIfAvailable(CompositeMeterRegistry::new));
    }

    @Bean
    @ConditionalOnMissingBean
    EntitlementClasses entitlementClasses() {
        return new RoleEntitlementClasses();
    }
}
