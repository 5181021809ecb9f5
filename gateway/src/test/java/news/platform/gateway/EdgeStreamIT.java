package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.platform.gateway.stream.Streams;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.gateway.testing.Twins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Streams as browsers read them. */
@EdgeTest
@Timeout(30)
class EdgeStreamIT {

    @Autowired
    EdgeClient client;

    @Autowired
    Twins twins;

    @Autowired
    Streams streams;

    @Test
    void writesEventsAndEndsWithTheUpstream() {
        var got = client.get("/test/numbers:stream?limit=2");

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("Content-Type")).startsWith("text/event-stream");
        assertThat(got.header("Cache-Control")).isEqualTo("no-store");
        assertThat(got.text())
                .matches("retry: [234]\\d{3}\n\n"
                        + "id: 1\nevent: number.counted\ndata: \\{\"id\":\"1\",\"event\":\"number.counted\",\"text\":\"\"}\n\n"
                        + "id: 2\nevent: number.counted\ndata: \\{.*}\n\n");
    }

    @Test
    void goesOnBehindTheLastEvent() {
        assertThat(client.get("/test/numbers:stream?limit=1", "Last-Event-ID", "41")
                        .text())
                .contains("id: 42\n");
        assertThat(client.get("/test/numbers:stream?limit=1&lastEventId=7").text())
                .contains("id: 8\n");
        assertThat(client.get("/test/numbers:stream?limit=1&lastEventId=7", "Last-Event-ID", "9")
                        .text())
                .contains("id: 10\n");
    }

    @Test
    void refusesBeforeTheStreamBegins() {
        assertThat(client.get("/test/numbers:stream?limit=x").errorField()).isEqualTo("limit");
        assertThat(client.get("/test/numbers:stream", "Accept", "application/json")
                        .status())
                .isEqualTo(406);
    }

    @Test
    void endsTheUpstreamCallWhenTheClientLeaves() throws Exception {
        twins.echo.left = new CountDownLatch(1);
        var response = client.http()
                .send(client.request("/test/numbers:stream?weight=100").build(), BodyHandlers.ofInputStream());

        var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        assertThat(lines.readLine()).startsWith("retry:");
        response.body().close();

        assertThat(twins.echo.left.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void cutsAClientOffThatDoesNotRead() throws Exception {
        twins.echo.left = new CountDownLatch(1);
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new java.net.InetSocketAddress("127.0.0.1", client.port()));
            request(socket);

            assertThat(twins.echo.left.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void opensNoStreamWhileItStops() {
        streams.stop();
        try {
            var refused = client.get("/test/numbers:stream?limit=1");

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.reason()).isEqualTo("UNAVAILABLE");
            assertThat(refused.header("Retry-After")).isNotEmpty();
        } finally {
            streams.start();
        }
        assertThat(client.get("/test/numbers:stream?limit=1").status()).isEqualTo(200);
    }

    private static void request(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("GET /test/numbers:stream?weight=20000 HTTP/1.1\r\nHost: a\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
