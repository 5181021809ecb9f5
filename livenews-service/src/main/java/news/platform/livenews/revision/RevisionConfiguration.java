package news.platform.livenews.revision;

import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which revisions are deleted by and by. */
@Configuration(proxyBeanMethods = false)
class RevisionConfiguration {
    @Bean
    RetentionRule oldRevisions(RevisionProperties properties) {
        return new RetentionRule("live_revision", "create_time", properties.keep());
    }
}
