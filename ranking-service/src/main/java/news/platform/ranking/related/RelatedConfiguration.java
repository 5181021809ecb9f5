package news.platform.ranking.related;

import java.time.Duration;
import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is forgotten by and by. */
@Configuration(proxyBeanMethods = false)
class RelatedConfiguration {
    @Bean
    RetentionRule oldTerms() {
        return new RetentionRule("item_term", "publish_time", Duration.ofDays(90));
    }

    @Bean
    RetentionRule oldRelated() {
        return new RetentionRule("related", "find_time", Duration.ofDays(400));
    }
}
