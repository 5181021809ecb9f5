package news.platform.gateway.hot.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import news.platform.gateway.hot.HotTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A gateway that listens on one address, and not on that which a process reaches itself by otherwise. */
@HotTest
@TestPropertySource(
        properties = {
            "server.address=127.0.0.2",
            "news.gateway.warm-up.limit=500ms",
            "news.gateway.guard.rate-scale=0.01"
        })
class WarmUpOnOneAddressIT {

    @LocalServerPort
    private int port;

    @Autowired
    private WarmUp warmUp;

    @Test
    void exercisesItselfWhereItListens() {
        int rounds = warmUp.warm(new InetSocketAddress(warmUp.address(), port), System.nanoTime());

        assertThat(warmUp.address().getHostAddress()).isEqualTo("127.0.0.2");
        assertThat(rounds).isPositive();
    }
}
