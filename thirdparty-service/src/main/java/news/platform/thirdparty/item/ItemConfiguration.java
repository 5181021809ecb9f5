package news.platform.thirdparty.item;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ItemConfiguration {

    @Bean
    ItemCleaner itemCleaner(Clock clock) {
        return new ItemCleaner(clock);
    }
}
