package news.platform.gateway.guard;

import io.micrometer.core.instrument.MeterRegistry;
import news.platform.security.SecurityProperties;
import news.platform.security.TokenVerifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

    @Bean
    ClientAddresses clientAddresses(GuardProperties properties) {
        return new ClientAddresses(properties.trustedProxies());
    }

    @Bean
    RateLimits rateLimits(GuardProperties properties, MeterRegistry meters) {
        return new RateLimits(properties, meters);
    }

    @Bean
    Admission admission(GuardProperties properties, MeterRegistry meters) {
        return new Admission(properties.admission(), meters, System::nanoTime);
    }

    @Bean
    TokenGuard tokenGuard(TokenVerifier verifier) {
        return new TokenGuard(verifier);
    }

    @Bean
    RevokedSessions revokedSessions(GuardProperties properties, SecurityProperties tokens, TokenVerifier verifier) {
        return new RevokedSessions(
                properties.revocationEvent(), tokens.tokenLifetime().plus(tokens.clockSkew()), verifier);
    }
}
