package news.platform.observability;

import brave.sampler.RateLimitingSampler;
import brave.sampler.Sampler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import io.sentry.IScopes;
import io.sentry.spring.boot4.SentryAutoConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.boot.micrometer.tracing.brave.autoconfigure.BraveAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import zipkin2.reporter.BytesMessageSender;

/** What Spring Boot's own observability does not do by a property. */
@AutoConfiguration(
        after = SentryAutoConfiguration.class,
        before = {BraveAutoConfiguration.class, MetricsAutoConfiguration.class})
@EnableConfigurationProperties(SamplingProperties.class)
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

    /**
     * A share of the traces that nobody has decided on yet, and never more than so many a second: in a spike traces would
     * otherwise cost Zipkin and every service more than the readers do, and tell no more.
     */
    @Bean
    @ConditionalOnMissingBean
    Sampler boundedSampler(TracingProperties tracing, SamplingProperties bound) {
        Sampler share = Sampler.create(tracing.getSampling().getProbability());
        Sampler most = RateLimitingSampler.create(bound.maxPerSecond());
        return new Sampler() {
            @Override
            public boolean isSampled(long traceId) {
                return share.isSampled(traceId) && most.isSampled(traceId);
            }
        };
    }

    /** Times calls; the messages within a call are not counted one by one, at a twentieth of the call's cost. */
    @Bean
    @ConditionalOnMissingBean
    DefaultMeterObservationHandler meterObservationHandler(MeterRegistry meters, MetricsProperties properties) {
        return new DefaultMeterObservationHandler(
                meters, properties.getObservations().getIgnoredMeters().toArray(IgnoredMeters[]::new)) {
            @Override
            public void onEvent(Observation.Event event, Observation.Context context) {
                // nothing to count
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
