package news.platform.test;

import java.util.Map;
import news.platform.test.grpc.TestCertificates;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Gives every application that a test starts the certificate of its name. A test that says otherwise wins. */
final class TestIdentity implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String name = environment.getProperty("spring.application.name", "application");
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "testIdentity",
                        Map.of(
                                "news.identity.folder",
                                TestCertificates.folder(name).toString())));
    }
}
