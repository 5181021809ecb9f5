package news.platform.gateway.access;

import java.util.List;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Takes the filters out that libraries put in front of every request and that the edge has no use for; why not, stands in
 * docs/edge-chain.md.
 */
@Component
final class UnwantedFilters implements BeanDefinitionRegistryPostProcessor {

    private static final List<String> NAMES = List.of(
            "requestContextFilter",
            "sentrySpringFilter",
            "sentryTracingFilter",
            "sentryUserFilter",
            "weightCalculatorFilter");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        NAMES.stream().filter(registry::containsBeanDefinition).forEach(registry::removeBeanDefinition);
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        // nothing to do: the definitions are gone
    }
}
