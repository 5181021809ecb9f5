package news.platform.thirdparty.feed;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
    @Bean
    PollSchedule pollSchedule(FeedProperties properties) {
        return new PollSchedule(properties.longestPause(), new SecureRandom());
    }
}
