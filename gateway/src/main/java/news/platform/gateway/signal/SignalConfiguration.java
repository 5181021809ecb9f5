package news.platform.gateway.signal;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import news.platform.messaging.signal.Signals;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignalProperties.class)
class SignalConfiguration {

    private static final int KEY_BYTES = 32;

    @Bean
    EdgeSignals edgeSignals(Signals signals, SignalProperties properties, MeterRegistry meters) {
        var robots = new Robots(properties.robots(), meters);
        return new EdgeSignals(signals, robots, key(properties.key()), Clock.systemUTC());
    }

    private static byte[] key(String configured) {
        if (!configured.isEmpty()) {
            return configured.getBytes(StandardCharsets.UTF_8);
        }
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
