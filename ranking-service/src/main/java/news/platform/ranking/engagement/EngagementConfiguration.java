package news.platform.ranking.engagement;

import java.time.Duration;
import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is forgotten by and by. */
@Configuration(proxyBeanMethods = false)
class EngagementConfiguration {
    /** Nobody looks for what was hot before. */
    private static final Duration COUNTS = Duration.ofDays(400);

    @Bean
    RetentionRule oldEngagement() {
        return new RetentionRule("engagement", "create_time", COUNTS);
    }

    @Bean
    RetentionRule oldViewers(ViewProperties properties) {
        return new RetentionRule("viewer", "create_time", properties.rememberFor());
    }

    @Bean
    RetentionRule oldNetworks() {
        return new RetentionRule("network", "create_time", ViewProperties.DAYS_OF_A_DIGEST);
    }

    @Bean
    RetentionRule oldNetworksOfTargets() {
        return new RetentionRule("network_target", "create_time", ViewProperties.DAYS_OF_A_DIGEST);
    }
}
