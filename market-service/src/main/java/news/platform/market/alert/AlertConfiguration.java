package news.platform.market.alert;

import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is deleted by and by: alerts that are done. */
@Configuration(proxyBeanMethods = false)
class AlertConfiguration {
    @Bean
    RetentionRule doneAlerts(AlertProperties properties) {
        return new RetentionRule("price_alert", "trigger_time", properties.keep(), "not rearming");
    }
}
