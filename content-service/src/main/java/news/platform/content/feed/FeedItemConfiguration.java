package news.platform.content.feed;

import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeedItemConfiguration {
    @Bean
    RetentionRule forgottenFeedItems(FeedItemProperties properties) {
        return new RetentionRule("feed_item", "update_time", properties.keep());
    }
}
