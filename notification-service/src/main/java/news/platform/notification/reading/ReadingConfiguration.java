package news.platform.notification.reading;

import java.time.Duration;
import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is deleted by and by: old notifications, and the stories that they were of. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {
    /** A story outlives the last notification of it. */
    private static final Duration MARGIN = Duration.ofDays(2);

    @Bean
    RetentionRule oldNotifications(ReadingProperties properties) {
        return new RetentionRule("notification", "create_time", properties.keep());
    }

    @Bean
    RetentionRule oldStories(ReadingProperties properties) {
        return new RetentionRule("story", "publish_time", properties.keep().plus(MARGIN));
    }
}
