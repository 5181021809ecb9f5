package news.platform.grpc.warmup;

import io.grpc.BindableService;
import news.platform.policy.Policies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/** The warm-up and what it may call. Always there: the property is looked at when it runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WarmUpProperties.class)
public class WarmUpConfiguration {
    @Bean
    OwnCalls ownCalls() {
        return new OwnCalls();
    }

    @Bean
    OwnServer ownServer(ObjectProvider<GrpcServerLifecycle> servers, SslBundles bundles, Environment environment) {
        return new OwnServer(servers, bundles, environment);
    }

    @Bean
    WarmUp grpcWarmUp(
            WarmUpProperties properties,
            OwnServer server,
            OwnCalls own,
            Policies policies,
            ObjectProvider<BindableService> services) {
        return new WarmUp(properties, server, own, policies, services);
    }
}
