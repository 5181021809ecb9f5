package news.platform.test;

import news.platform.test.store.TestBroker;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Further replicas of the application under test: as it is, without what the test adds to it, with the same properties,
 * database, topics and clock, on ports of their own. A bean of each {@link PlatformTest}. Thread-safe.
 */
public final class Replicas {
    private final Class<?>[] application;
    private final ConfigurableApplicationContext first;

    Replicas(Class<?>[] application, ConfigurableApplicationContext first) {
        this.application = application.clone();
        this.first = first;
    }

    /** One more that runs; close it. */
    public ConfigurableApplicationContext another() {
        var environment = new StandardEnvironment();
        for (PropertySource<?> source : first.getEnvironment().getPropertySources()) {
            if (PlatformTestCustomizer.isOfTest(source)) {
                environment.getPropertySources().addLast(source);
            }
        }
        var replica = new SpringApplication(application);
        replica.setEnvironment(environment);
        replica.setRegisterShutdownHook(false);
        replica.addInitializers(
                context -> context.getBeanFactory().registerSingleton("testClock", first.getBean(TestClock.class)));
        var running = replica.run();
        TestBroker.quiet();
        return running;
    }
}
