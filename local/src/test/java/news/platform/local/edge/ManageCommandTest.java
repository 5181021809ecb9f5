package news.platform.local.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import news.platform.local.console.Complaint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManageCommandTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final HttpServer service;

    ManageCommandTest() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        service.createContext("/actuator/", exchange -> {
            byte[] answer = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                            + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().endsWith("unknown") ? 404 : 200, 0);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void asksAndShowsWhatIsAnswered() {
        run("get", "deadletters");
        run("post", "deadletters");
        run("delete", "outbox/1");

        assertThat(output.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "GET /actuator/deadletters null ",
                        "POST /actuator/deadletters application/json {}",
                        "DELETE /actuator/outbox/1 null ");
    }

    @Test
    void failsWhereTheServiceRefuses() {
        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() -> run("get", "unknown"))
                .withMessage("HTTP 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "get", "put deadletters", "get a b"})
    void refusesWhatItDoesNotKnow(String words) {
        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() -> run(words.split(" ")))
                .withMessageStartingWith("expected: ./news manage");
    }

    private void run(String... words) {
        new ManageCommand(service.getAddress().getPort(), new PrintStream(output, true, StandardCharsets.UTF_8))
                .run(List.of(words));
    }
}
