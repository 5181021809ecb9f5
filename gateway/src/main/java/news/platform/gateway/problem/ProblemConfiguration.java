package news.platform.gateway.problem;

import io.micrometer.tracing.Tracer;
import news.platform.error.FailureReporter;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    /** Directly behind the observation, whose trace it names. */
    private static final int BEHIND_OBSERVATION = Ordered.HIGHEST_PRECEDENCE + 2;

    @Bean
    Reports reports(ObjectProvider<FailureReporter> reporters) {
        return new Reports(reporters.orderedStream().toList());
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter(ObjectProvider<Tracer> tracer, Reports reports) {
        var filter = new ProblemFilter(tracer.getIfAvailable(() -> Tracer.NOOP), reports);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(BEHIND_OBSERVATION);
        return registration;
    }

    @Bean
    HandlerExceptionResolver problemResolver(Reports reports) {
        return new ProblemResolver(reports);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }
}
