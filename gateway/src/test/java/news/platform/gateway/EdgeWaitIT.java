package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Calls that wait on purpose. */
@EdgeTest
class EdgeWaitIT {

    @Autowired
    EdgeClient client;

    @Test
    void givesTheServiceTheWaitAndTwoSecondsMore() {
        assertThat(millisLeft("/test/wait?waitSeconds=5")).isBetween(2_001L, 7_000L);
        assertThat(millisLeft("/test/wait")).isBetween(1L, 2_000L);
        assertThat(millisLeft("/test/wait?waitSeconds=3600")).isBetween(7_001L, 22_000L);
    }

    private long millisLeft(String path) {
        return client.get(path).json().path("millisLeft").asLong();
    }
}
