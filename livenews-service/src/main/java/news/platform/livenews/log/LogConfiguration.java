package news.platform.livenews.log;

import java.time.Duration;
import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which entries are deleted by and by. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {
    /** Beyond what is promised: nothing is deleted under who still reads it. */
    private static final Duration MARGIN = Duration.ofHours(1);

    @Bean
    RetentionRule oldEntries(LogProperties properties) {
        return new RetentionRule("live_log", "create_time", properties.keep().plus(MARGIN));
    }
}
