package news.platform.policy;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The policies in force, as a bean. */
@AutoConfiguration
@EnableConfigurationProperties(PolicyProperties.class)
public final class PolicyAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Policies policies(PolicyProperties properties) {
        return new Policies(properties.overrides());
    }
}
