package news.platform.notification.fanout;

import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is deleted by and by: what was pushed. */
@Configuration(proxyBeanMethods = false)
class FanoutConfiguration {
    @Bean
    RetentionRule oldPushes(PushProperties properties) {
        return new RetentionRule("push", "create_time", properties.keep());
    }

    @Bean
    RetentionRule oldPushDays(PushProperties properties) {
        return new RetentionRule("push_day", "day_start", properties.keep());
    }
}
