package news.platform.gateway.connection;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    ConnectionLimits connectionLimits(ConnectionProperties properties, MeterRegistry meters) {
        return new ConnectionLimits(properties, meters);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedProtocol(ConnectionLimits limits) {
        return factory -> {
            factory.setProtocol(BoundedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof BoundedProtocol protocol) {
                    protocol.limits(limits);
                    // who is refused is not asked for the body
                    protocol.setContinueResponseTiming("onRead");
                }
            });
        };
    }
}
