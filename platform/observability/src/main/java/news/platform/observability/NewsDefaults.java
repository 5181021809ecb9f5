package news.platform.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Adds the properties of every {@code news-defaults.yaml} on the class path below all others: a platform module says there
 * what its part of Spring Boot is set to, and any service, environment or argument says otherwise. Two modules do not set
 * the same property; if they did, the first by URL would win.
 */
final class NewsDefaults implements EnvironmentPostProcessor {
    private static final String LOCATION = "classpath*:news-defaults.yaml";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var loader = new YamlPropertySourceLoader();
        try {
            var resources =
                    new PathMatchingResourcePatternResolver(application.getClassLoader()).getResources(LOCATION);
            Arrays.sort(resources, Comparator.comparing(Resource::getDescription));
            for (Resource resource : resources) {
                loader.load("news defaults of " + resource.getDescription(), resource)
                        .forEach(environment.getPropertySources()::addLast);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
