package news.platform.work;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The rounds of the process. */
@AutoConfiguration
public final class WorkAutoConfiguration {
    @Bean
    Rounds rounds(ObjectProvider<MeterRegistry> meters) {
        return new Rounds(meters.getIfAvailable(SimpleMeterRegistry::new));
    }
}
