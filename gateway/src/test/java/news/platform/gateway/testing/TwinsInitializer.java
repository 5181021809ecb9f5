package news.platform.gateway.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the twins before the gateway that calls them. */
final class TwinsInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var twins = new Twins();
        TestPropertyValues.of(twins.properties()).applyTo(context);
        context.getBeanFactory().registerSingleton("twins", twins);
    }
}
