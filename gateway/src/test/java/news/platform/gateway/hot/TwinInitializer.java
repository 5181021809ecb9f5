package news.platform.gateway.hot;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Starts the twin before the gateway and tells the gateway where it is. */
final class TwinInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Twin twin = new Twin();
        context.getBeanFactory().registerSingleton("twin", twin);
        context.getBeanFactory().registerSingleton("newsroom", new Newsroom(twin));
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                twin.close();
            }
        });
        for (String channel : new String[] {"content", "user", "thirdparty"}) {
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context, "spring.grpc.client.channel." + channel + ".target=" + twin.target());
        }
    }
}
