package news.platform.ranking.item;

import java.time.Duration;
import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is forgotten by and by. */
@Configuration(proxyBeanMethods = false)
class ItemConfiguration {
    @Bean
    RetentionRule oldItems() {
        return new RetentionRule("item", "publish_time", Duration.ofDays(400));
    }
}
