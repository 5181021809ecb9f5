package news.platform.user.session;

import java.time.Duration;
import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is deleted by and by: sessions and graces that are over. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    @Bean
    RetentionRule expiredSessions() {
        return new RetentionRule("session", "expire_time", Duration.ZERO);
    }

    @Bean
    RetentionRule expiredGraces() {
        return new RetentionRule("refresh_grace", "expire_time", Duration.ZERO);
    }
}
