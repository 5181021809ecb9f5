package news.platform.thirdparty.delivery;

import java.time.Clock;
import news.platform.persistence.RetentionRule;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The provider that there always can be, the last: it carries everything. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnProperty("news.thirdparty.delivery.file")
    Provider fileProvider(DeliveryProperties properties, Clock clock) {
        return new FileProvider(properties.outbox().orElseThrow(), clock);
    }

    @Bean
    RetentionRule oldDeliveries(DeliveryProperties properties) {
        return new RetentionRule("delivery", "take_time", properties.remember());
    }
}
