package news.platform.notification.follow;

import java.time.Duration;
import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is deleted by and by: follows that have ended so long ago that no event of theirs comes late. */
@Configuration(proxyBeanMethods = false)
class FollowConfiguration {
    @Bean
    RetentionRule endedFollows() {
        return new RetentionRule("follow", "end_time", Duration.ofDays(7));
    }
}
