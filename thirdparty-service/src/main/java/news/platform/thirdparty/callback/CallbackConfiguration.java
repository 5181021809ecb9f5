package news.platform.thirdparty.callback;

import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long what channels told is kept. */
@Configuration(proxyBeanMethods = false)
class CallbackConfiguration {
    @Bean
    RetentionRule oldCallbacks(CallbackProperties properties) {
        return new RetentionRule("channel_event", "receive_time", properties.keep());
    }
}
