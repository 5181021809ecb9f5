package news.platform.grpc.client;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import news.platform.policy.Policies;
import news.platform.work.Rounds;
import news.platform.work.WorkAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.grpc.client.GlobalClientInterceptor;

/** What every outgoing call has; each attempt is observed by Boot inside it. */
@AutoConfiguration(after = WorkAutoConfiguration.class)
@EnableConfigurationProperties(GrpcClientGuardProperties.class)
public final class PlatformGrpcClientAutoConfiguration {
    private static final int ORDER = 100;

    @Bean
    CalleeDefaults calleeDefaults() {
        return new CalleeDefaults();
    }

    @Bean
    MethodGuards methodGuards(
            Policies policies, GrpcClientGuardProperties properties, ObjectProvider<MeterRegistry> meters) {
        MethodGuards guards = new MethodGuards(policies, properties);
        meters.ifAvailable(guards::bindTo);
        return guards;
    }

    @Bean
    @GlobalClientInterceptor
    @Order(ORDER)
    PlatformClientInterceptor platformClientInterceptor(MethodGuards guards, ObjectProvider<MeterRegistry> meters) {
        return new PlatformClientInterceptor(
                guards, new ClientCallMeters(meters.getIfAvailable(CompositeMeterRegistry::new)));
    }

    @Bean
    Reconnector reconnector(GrpcClientGuardProperties properties, Rounds rounds) {
        var reconnector = new Reconnector();
        rounds.every("callee-reconnect", properties.reconnectInterval(), reconnector::tryAgain);
        return reconnector;
    }

    @Bean
    static BeanPostProcessor reconnectingCallees(ObjectProvider<Reconnector> reconnector) {
        return new ReconnectingCalleesPostProcessor(reconnector);
    }
}
