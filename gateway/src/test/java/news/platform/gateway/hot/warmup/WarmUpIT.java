package news.platform.gateway.hot.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import news.platform.edge.v1.Rate;
import news.platform.gateway.guard.RateLimits;
import news.platform.gateway.hot.HotTest;
import news.platform.gateway.hot.memory.HotStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@HotTest
@TestPropertySource(
        properties = {
            "news.gateway.warm-up.enabled=true",
            "news.gateway.warm-up.limit=500ms",
            "news.gateway.guard.rate-scale=0.01"
        })
class WarmUpIT {

    @LocalServerPort
    private int port;

    @Autowired
    private HotStore store;

    @Autowired
    private ApplicationAvailability availability;

    @Autowired
    private WarmUp warmUp;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private RateLimits limits;

    @Test
    void exercisesItselfAndLeavesNothingBehind() {
        assertThat(availability.getReadinessState()).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);

        int rounds = warmUp.warm(new InetSocketAddress(warmUp.address(), port), System.nanoTime());

        assertThat(rounds).isPositive();
        assertThat(store.size()).isZero();
        assertThat(meters.find("news.gateway.hot").timers()).isEmpty();
        assertThat(limits.take(Rate.RATE_READ, null, "127.0.0.1"))
                .satisfies(first -> assertThat(first.remaining()).isEqualTo(first.limit() - 1));
    }
}
