package news.platform.ranking.editorial;

import java.time.Duration;
import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is forgotten by and by; what was done stays in the audit trail. */
@Configuration(proxyBeanMethods = false)
class EditorialConfiguration {
    private static final Duration AFTER_ITS_END = Duration.ofDays(1);

    @Bean
    RetentionRule endedPins() {
        return new RetentionRule("pin", "until", AFTER_ITS_END);
    }

    @Bean
    RetentionRule endedDemotions() {
        return new RetentionRule("demotion", "until", AFTER_ITS_END);
    }
}
