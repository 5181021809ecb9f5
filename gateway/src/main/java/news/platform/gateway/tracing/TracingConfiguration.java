package news.platform.gateway.tracing;

import io.micrometer.tracing.propagation.Propagator;
import news.platform.gateway.guard.ClientAddresses;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

    @Bean
    SamplingTrust samplingTrust(TracingProperties properties, ClientAddresses addresses) {
        return new SamplingTrust(properties, addresses);
    }

    /** Whatever reads headers of requests, on the hot path or in the chain. */
    @Bean
    static BeanPostProcessor deferredSampling(ObjectProvider<SamplingTrust> trust) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Propagator propagator && !(bean instanceof DeferredSampling)
                        ? new DeferredSampling(propagator, trust.getObject())
                        : bean;
            }
        };
    }
}
