package news.platform.ranking.feed;

import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is forgotten by and by: the latest edition never. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
    @Bean
    RetentionRule oldEditions(FeedProperties properties) {
        return new RetentionRule(
                "feed_edition",
                "create_time",
                properties.keptFor(),
                "old.number < (select max(number) from feed_edition)");
    }
}
