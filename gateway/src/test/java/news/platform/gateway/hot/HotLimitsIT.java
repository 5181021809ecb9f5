package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import news.platform.gateway.hot.Client.Got;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@HotTest
@TestPropertySource(
        properties = {
            "news.gateway.guard.rate-scale=1",
            "news.gateway.guard.rates.read.capacity=10",
            "news.gateway.guard.rates.read.refill=10",
            "news.gateway.guard.rates.read.period=1h"
        })
class HotLimitsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Newsroom newsroom;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(port);
        newsroom.publish("limited", "Rates unchanged");
    }

    @Test
    void refusesWhoAsksTooMuchWhetherFromMemoryOrNot() {
        List<Got> answers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            answers.add(client.get("/api/v1/articles/limited", "X-Forwarded-For", "203.0.113.1"));
        }

        assertThat(answers.stream().map(Got::status)).containsOnly(200, 429);
        assertThat(answers.subList(0, 10)).allMatch(got -> got.status() == 200);
        Got refused = answers.getLast();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(refused.header("RateLimit-Limit")).isEqualTo("10");
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.header("RateLimit-Reset")).isNotEmpty();
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body()).contains("RATE_LIMITED").contains(refused.header("X-Trace-Id"));
        assertThat(answers.get(3).header("RateLimit-Remaining")).isEqualTo("6");
    }

    @Test
    void cannotBeCheatedByForgingTheHeader() {
        for (int i = 0; i < 10; i++) {
            client.get("/api/v1/articles/limited", "X-Forwarded-For", "10.9.8." + i + ", 203.0.113.2");
        }

        assertThat(client.get("/api/v1/articles/limited", "X-Forwarded-For", "10.9.8.77, 203.0.113.2")
                        .status())
                .isEqualTo(429);
        assertThat(client.get("/api/v1/articles/limited", "X-Forwarded-For", "203.0.113.3")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void countsAUserWhereverTheUserIs() {
        String token = "Bearer " + TestTokens.user("busy", "reader");
        for (int i = 0; i < 10; i++) {
            assertThat(client.get(
                                    "/api/v1/articles/limited",
                                    "Authorization",
                                    token,
                                    "X-Forwarded-For",
                                    "203.0.114." + i)
                            .status())
                    .isEqualTo(200);
        }

        Got refused = client.get("/api/v1/articles/limited", "Authorization", token, "X-Forwarded-For", "203.0.114.99");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(client.get("/api/v1/articles/limited", "X-Forwarded-For", "203.0.114.1")
                        .status())
                .isEqualTo(200);
    }
}
