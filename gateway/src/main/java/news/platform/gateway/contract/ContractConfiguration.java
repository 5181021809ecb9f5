package news.platform.gateway.contract;

import news.platform.policy.Policies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContractConfiguration {

    @Bean
    Contract contract(ContractProperties properties, Policies policies) {
        return new ContractReader(policies).read(properties.descriptors());
    }
}
