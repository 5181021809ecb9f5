package news.platform.user.password;

import news.platform.work.Bulkhead;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {
    /** What log-ins and registrations share. */
    @Bean
    static Bulkhead passwordBulkhead(PasswordProperties properties) {
        return new Bulkhead(properties.maxConcurrent(), properties.maxWait(), "too many passwords are being checked");
    }
}
