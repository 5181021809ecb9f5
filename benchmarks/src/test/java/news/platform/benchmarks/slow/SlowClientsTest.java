package news.platform.benchmarks.slow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlowClientsTest {
    private static final Duration TIME = Duration.ofSeconds(4);
    private static final byte[] REFUSAL =
            "HTTP/1.1 408 \r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void tellWhoCutThemOffAndHow() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuseAll(server));

            SlowOutcome outcome = new SlowClients(server.getLocalPort(), 20, TIME).outcome();

            assertThat(outcome.clients()).isEqualTo(20);
            assertThat(outcome.borne()).isZero();
            assertThat(outcome.rows()).allSatisfy(row -> {
                assertThat(row.cut()).isEqualTo(row.clients());
                assertThat(row.statuses()).containsOnlyKeys(408);
            });
        }
    }

    @Test
    void countThoseWhoAreBorneToTheEnd() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.start();

        SlowOutcome outcome = new SlowClients(server.getAddress().getPort(), 20, TIME).outcome();

        server.stop(0);
        assertThat(outcome.rows())
                .filteredOn(row -> row.kind() == SlowKind.HEAD)
                .allSatisfy(row -> assertThat(row.cut()).isZero());
        assertThat(outcome.borne()).isPositive();
    }

    private static void refuseAll(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> refuse(client));
            } catch (IOException _) {
                // the test is over
            }
        }
    }

    /** Reads on, or the answer would be lost by a reset. */
    private static void refuse(Socket client) {
        try (client) {
            client.getOutputStream().write(REFUSAL);
            client.shutdownOutput();
            client.getInputStream().skipNBytes(Long.MAX_VALUE);
        } catch (IOException _) {
            // the client has left
        }
    }
}
