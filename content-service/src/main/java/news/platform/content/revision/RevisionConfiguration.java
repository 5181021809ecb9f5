package news.platform.content.revision;

import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RevisionConfiguration {
    @Bean
    RetentionRule surplusRevisions(RevisionProperties properties) {
        return new RetentionRule("article_revision", "surplus_time", properties.keep());
    }
}
