package news.platform.gateway.plain;

import java.net.URI;
import news.platform.gateway.guard.ClientAddresses;
import news.platform.gateway.guard.Toll;
import news.platform.topology.Topology;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class PlainConfiguration {

    @Bean
    PlainHttp plainHttp(Topology topology, Environment environment) {
        return new PlainHttp(topology.services().stream()
                .flatMap(service -> service.routes().stream()
                        .map(route -> Plain.of(
                                service.module(),
                                route,
                                URI.create(environment.getRequiredProperty(
                                        "news.topology.http-address." + service.name())))))
                .toList());
    }

    @Bean
    PlainHandler plainHandler(PlainHttp plain, Toll toll, ProxyExchangeHandlerFunction proxy) {
        return new PlainHandler(plain, toll, proxy);
    }

    @Bean
    ForwardedHeaders forwardedHeaders(ClientAddresses addresses) {
        return new ForwardedHeaders(addresses);
    }
}
