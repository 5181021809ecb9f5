package news.platform.security;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What callers see, and what is written down about them. Nothing here protects an HTTP port. */
@AutoConfiguration
public final class SecurityAutoConfiguration {
    /** Counts nowhere in a program without metrics. */
    @Bean
    AuditLog auditLog(ObjectProvider<MeterRegistry> meters) {
        return new AuditLog(meters.getIfAvailable(CompositeMeterRegistry::new));
    }
}
