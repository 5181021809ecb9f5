package news.platform.thirdparty.push;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import news.platform.thirdparty.delivery.Posts;
import news.platform.thirdparty.delivery.Provider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The networks that there are keys for. Each has a client of its own: none waits for another's connections. */
@Configuration(proxyBeanMethods = false)
class PushConfiguration {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    @Bean
    @Order(0)
    @ConditionalOnProperty("news.thirdparty.fcm.service-account")
    Provider fcmProvider(FcmProperties properties, Clock clock) {
        var posts = posts();
        return new FcmProvider(new ServiceAccount(properties.serviceAccount(), posts), properties.url(), posts, clock);
    }

    @Bean
    @Order(0)
    @ConditionalOnProperty("news.thirdparty.apns.key")
    Provider apnsProvider(ApnsProperties properties, Clock clock) {
        return new ApnsProvider(properties, posts(), clock);
    }

    private static Posts posts() {
        return new Posts(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .connectTimeout(CONNECT)
                .build());
    }
}
