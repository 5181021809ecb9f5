package news.platform.thirdparty.fetch;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FetchConfiguration {
    @Bean
    Fetcher fetcher(FetchProperties properties, Clock clock) {
        return new Fetcher(properties, clock);
    }
}
