package news.platform.gateway.hot;

import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;
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
        for (ServiceEntry callee : Topology.load().services()) {
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context, "spring.grpc.client.channel." + callee.name() + ".target=" + twin.target());
        }
    }
}
