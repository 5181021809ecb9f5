package news.platform.user.session;

import java.time.Duration;
import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is deleted by and by: both tables carry the time from which a row is of no use. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    @Bean
    RetentionRule expiredSessions() {
        return new RetentionRule("session", "expire_time", Duration.ZERO);
    }

    @Bean
    RetentionRule forgottenAttempts() {
        return new RetentionRule("login_attempt", "forget_time", Duration.ZERO);
    }
}
