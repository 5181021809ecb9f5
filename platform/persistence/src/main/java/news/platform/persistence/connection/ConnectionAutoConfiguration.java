package news.platform.persistence.connection;

import io.micrometer.tracing.Tracer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

/** Statements in traces. */
@AutoConfiguration
public final class ConnectionAutoConfiguration {
    /** Around the data source, whichever it is. */
    @Bean
    static BeanPostProcessor tracedDataSource(ObjectProvider<Tracer> tracer) {
        Supplier<Tracer> resolved = SingletonSupplier.of(() -> tracer.getIfAvailable(() -> Tracer.NOOP));
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource dataSource ? new TracedDataSource(dataSource, resolved) : bean;
            }
        };
    }
}
