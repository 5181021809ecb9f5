package news.platform.thirdparty.fetch;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FetchConfiguration {

    @Bean
    Fetcher fetcher(FetchProperties properties) {
        return new Fetcher(properties);
    }
}
