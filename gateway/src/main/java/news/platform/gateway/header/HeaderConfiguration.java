package news.platform.gateway.header;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HeaderConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headerValve() {
        return factory -> factory.addEngineValves(new HeaderValve());
    }
}
