package news.platform.thirdparty.sandbox;

import java.time.Clock;
import news.platform.thirdparty.channel.PaymentChannel;
import news.platform.thirdparty.channel.wire.ChannelHttp;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The sandbox, where one is set up, and never in production: there payments without money would open what is sold. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("news.thirdparty.sandbox.url")
class SandboxConfiguration {
    @Bean
    PaymentChannel sandboxChannel(SandboxProperties properties, Clock clock, Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException("news.thirdparty.sandbox.url: set (expected: none in profile production)");
        }
        return new SandboxChannel(properties, new ChannelHttp(), clock);
    }
}
