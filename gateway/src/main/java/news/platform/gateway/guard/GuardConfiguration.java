package news.platform.gateway.guard;

import io.micrometer.core.instrument.MeterRegistry;
import news.platform.security.token.TokenVerifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

    private static final Logger log = LoggerFactory.getLogger(GuardConfiguration.class);

    @Bean
    ClientAddresses clientAddresses(GuardProperties properties, Environment environment) {
        if (properties.trustedProxies().isEmpty() && environment.acceptsProfiles(Profiles.of("production"))) {
            log.warn(
                    "news.gateway.guard.trusted-proxies is empty (expected: the addresses of the proxies in front): behind a"
                            + " proxy all clients count as one");
        }
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
    Toll toll(ClientAddresses addresses, RateLimits limits, Admission admission) {
        return new Toll(addresses, limits, admission);
    }

    @Bean
    TokenGuard tokenGuard(TokenVerifier verifier) {
        return new TokenGuard(verifier);
    }
}
