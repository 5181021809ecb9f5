package news.platform.search.trending;

import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TrendingConfiguration {
    @Bean
    RetentionRule forgottenQueries(TrendingProperties properties) {
        return new RetentionRule("asked_query", "time", properties.keep());
    }
}
