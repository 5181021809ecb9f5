package news.platform.persistence.audit;

import java.time.Clock;
import news.platform.persistence.page.PageAutoConfiguration;
import news.platform.persistence.page.Pages;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail of services that have the table for it. */
@AutoConfiguration(after = PageAutoConfiguration.class)
public final class AuditAutoConfiguration {
    @Bean
    AuditTrail auditTrail(JdbcClient jdbc, Clock clock, Pages pages) {
        return new AuditTrail(jdbc, clock, pages);
    }
}
