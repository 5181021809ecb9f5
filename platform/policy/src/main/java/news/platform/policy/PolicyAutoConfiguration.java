package news.platform.policy;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policies in force, as a bean, with the file that overrides them. */
@AutoConfiguration
@EnableConfigurationProperties(PolicyProperties.class)
public final class PolicyAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Policies policies() {
        return new Policies(Map.of());
    }

    @Bean
    PolicyFile policyFile(PolicyProperties properties, Policies policies) {
        return new PolicyFile(
                Optional.of(properties.file()).filter(file -> !file.isEmpty()).map(Path::of),
                policies,
                InstantSource.system());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Endpoint.class)
    static class Management {
        @Bean
        PoliciesEndpoint policiesEndpoint(Policies policies, PolicyFile file) {
            return new PoliciesEndpoint(policies, file);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterBinder.class)
    static class Metrics {
        @Bean
        PolicyMetrics policyMetrics(Policies policies, PolicyFile file) {
            return new PolicyMetrics(policies, file);
        }
    }
}
