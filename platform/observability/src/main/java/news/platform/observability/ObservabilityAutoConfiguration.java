package news.platform.observability;

import io.micrometer.observation.ObservationPredicate;
import io.sentry.IScopes;
import io.sentry.spring.boot4.SentryAutoConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import zipkin2.reporter.BytesMessageSender;

/** What Spring Boot's own observability does not do by a property. */
@AutoConfiguration(after = SentryAutoConfiguration.class)
public final class ObservabilityAutoConfiguration {
    /** Wraps the sender, whichever it is. */
    @Bean
    static BeanPostProcessor quietSender() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof BytesMessageSender sender ? new QuietSender(sender) : bean;
            }
        };
    }

    /** Wherever Sentry is set up; without a DSN it drops what it is told. */
    @Bean
    @ConditionalOnBean(IScopes.class)
    SentryFailureReporter sentryFailureReporter(IScopes sentry) {
        return new SentryFailureReporter(sentry);
    }

    /** Probes and scrapes come every few seconds: no traces of them. */
    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    ObservationPredicate noActuatorObservations() {
        return (_, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && request.getCarrier().getRequestURI().startsWith("/actuator"));
    }
}
