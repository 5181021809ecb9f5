package news.platform.user.login;

import java.time.Duration;
import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is deleted by and by: failures that nobody has to remember. */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {
    @Bean
    RetentionRule forgottenAttempts() {
        return new RetentionRule("login_attempt", "forget_time", Duration.ZERO);
    }
}
