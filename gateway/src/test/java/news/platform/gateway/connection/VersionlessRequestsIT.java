package news.platform.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.gateway.testing.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A request line of HTTP/0.9 is refused like any other, and whoever comes next notices nothing of it. */
@EdgeTest
class VersionlessRequestsIT {

    @Autowired
    EdgeClient client;

    private RawClient raw;

    @BeforeEach
    void connect() {
        raw = new RawClient(client.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/articles\r\n\r\n", "GET /nowhere\r\nHost: a\r\n\r\n", "GET /docs\n"})
    void areRefusedWithAProblem(String request) {
        var answer = raw.send(request);

        assertThat(answer.text()).startsWith("HTTP/1.1 505 ").contains("\"reason\":\"");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Connection")).isEqualTo("close");
    }

    /** The server takes the connection's processor that was given back last. */
    @RepeatedTest(20)
    void leaveNothingToTheNextConnection() {
        raw.send("GET /api/v1/articles\r\n\r\n");

        var malformed = raw.send("(GET) /api/v1/articles HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(malformed.text()).startsWith("HTTP/1.1 400 ");
        assertThat(malformed.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
