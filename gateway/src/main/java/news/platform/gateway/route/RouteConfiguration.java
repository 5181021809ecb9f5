package news.platform.gateway.route;

import news.platform.gateway.contract.Contract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    @Bean
    Routes routes(Contract contract) {
        return new Routes(contract);
    }
}
