package news.platform.thirdparty.sms;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import news.platform.thirdparty.delivery.Posts;
import news.platform.thirdparty.delivery.Provider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Text messages, where there is a key. */
@Configuration(proxyBeanMethods = false)
class SmsConfiguration {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    @Bean
    @Order(0)
    @ConditionalOnProperty("news.thirdparty.sms.key-id")
    Provider smsProvider(SmsProperties properties, Clock clock) {
        var client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        return new SmsProvider(properties, new Posts(client), clock);
    }
}
