package news.platform.user.mark;

import java.time.Duration;
import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is deleted by and by: counts of what nobody bookmarks any more. */
@Configuration(proxyBeanMethods = false)
class MarkConfiguration {
    @Bean
    RetentionRule countsOfNothing() {
        return new RetentionRule("bookmark_count", "count_time", Duration.ofDays(1), "old.count = 0");
    }
}
