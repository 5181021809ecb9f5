package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.platform.gateway.contract.Contract;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

@HotTest
class HotMetricsIT {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private Newsroom newsroom;

    @Autowired
    private Contract contract;

    @Autowired
    private Environment environment;

    /** Micrometer leaves out routes beyond its limit, with one line in the log. */
    @Test
    void hasRoomForEachRoute() {
        long routes = contract.methods().stream()
                .mapToLong(method -> method.bindings().size())
                .sum();

        assertThat(environment.getProperty("management.metrics.web.server.max-uri-tags", Long.class, 100L))
                .isGreaterThan(2 * routes);
    }

    @Test
    void showsBucketsAsFineAsAnswersFromMemoryAreFast() {
        newsroom.publish("measured", "Rates unchanged");
        var client = new Client(port);
        client.get("/api/v1/articles/measured");
        client.get("/api/v1/articles/measured");

        List<String> buckets = new Client(managementPort)
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("news_gateway_hot_seconds_bucket")
                        && line.contains("GetArticle\"")
                        && line.contains("outcome=\"fresh\""))
                .map(line -> line.replaceAll(".*le=\"([^\"]*)\".*", "$1"))
                .toList();

        assertThat(buckets)
                .containsExactly(
                        "5.0E-5", "1.0E-4", "2.5E-4", "5.0E-4", "0.001", "0.0025", "0.005", "0.01", "0.025", "0.05",
                        "0.1", "0.25", "1.0", "+Inf");
    }
}
