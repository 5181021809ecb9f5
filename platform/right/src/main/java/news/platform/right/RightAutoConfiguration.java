package news.platform.right;

import java.time.Clock;
import news.platform.messaging.replica.ReplicaAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The overlay, and the handler that keeps it up to date. */
@AutoConfiguration(before = ReplicaAutoConfiguration.class)
public final class RightAutoConfiguration {
    @Bean
    RightsOverlay rightsOverlay(ObjectProvider<Clock> clock) {
        return new RightsOverlay(clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    RightsHandler rightsHandler(RightsOverlay overlay) {
        return new RightsHandler(overlay);
    }
}
