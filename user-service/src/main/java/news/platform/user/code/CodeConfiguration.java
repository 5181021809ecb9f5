package news.platform.user.code;

import java.time.Duration;
import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is deleted by and by: codes that are good no more, with the addresses that they went to. */
@Configuration(proxyBeanMethods = false)
class CodeConfiguration {
    @Bean
    RetentionRule expiredCodes() {
        return new RetentionRule("verification_code", "expire_time", Duration.ZERO);
    }
}
