package news.platform.benchmarks.sse;

import static news.platform.benchmarks.sse.StreamServer.OK;
import static news.platform.benchmarks.sse.StreamServer.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import news.platform.local.console.Complaint;
import org.junit.jupiter.api.Test;

class StreamClientsTest {
    private static final String SOON = "retry: 1\n\n";

    private static Heard heard(StreamServer server, int deliveries) {
        try (StreamClients clients = new StreamClients(server.target(), 1)) {
            await().until(() -> clients.deliveries() == deliveries);
            return clients.end();
        }
    }

    @Test
    void hearEventsThatComeInPieces() throws IOException {
        String events = event(7, "a") + event(8, "b");
        try (StreamServer server =
                new StreamServer(OK + SOON + ": hello\n\n" + events.substring(0, 90) + "|" + events.substring(90))) {

            Heard heard = heard(server, 2);

            assertThat(heard.flashes())
                    .extracting(Flash::id, Flash::position, Flash::topic)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("a", 7L, 0),
                            org.assertj.core.groups.Tuple.tuple("b", 8L, 0));
            assertThat(heard.sequences()).singleElement().satisfies(sequence -> assertThat(sequence.flashes())
                    .containsExactly(0, 1));
        }
    }

    @Test
    void comeBackWithTheLastIdThatTheyHeard() throws IOException {
        try (StreamServer server = new StreamServer(OK + SOON + event(7, "a") + "id: 9\n\n", OK + event(10, "b"))) {

            Heard heard = heard(server, 2);

            assertThat(server.heads().getFirst()).doesNotContain("Last-Event-ID");
            assertThat(server.heads().getLast()).contains("Last-Event-ID: 9");
            assertThat(heard.breaks()).isEqualTo(1);
        }
    }

    @Test
    void countRefusalsAndResets() throws IOException {
        try (StreamServer server = new StreamServer(
                OK + SOON,
                "HTTP/1.1 503 \r\nContent-Length: 0\r\n\r\n",
                OK + "id: 3\nevent: reset\ndata: {}\n\n" + event(4, "a"))) {

            Heard heard = heard(server, 1);

            assertThat(heard.refusals()).containsOnlyKeys("HTTP/1.1 503");
            assertThat(heard.resets()).isEqualTo(1);
        }
    }

    @Test
    void rememberWhatTheyHearTwice() throws IOException {
        try (StreamServer server = new StreamServer(OK + event(4, "a") + event(5, "a"))) {

            Heard heard = heard(server, 2);

            assertThat(heard.sequences()).singleElement().satisfies(sequence -> assertThat(sequence.flashes())
                    .containsExactly(0, 0));
        }
    }

    @Test
    void areWatchedUntilAllHaveHeardSomethingNew() throws IOException {
        try (StreamServer server = new StreamServer(OK);
                StreamClients clients = new StreamClients(server.target(), 1)) {
            clients.awaitConnected(Duration.ofSeconds(10));

            assertThat(clients.watch().await(Duration.ZERO)).isEqualTo(1);
        }
    }

    @Test
    void complainWhenNobodyServesThem() throws IOException {
        StreamServer gone = new StreamServer();
        gone.close();

        try (StreamClients clients = new StreamClients(gone.target(), 3)) {
            assertThatThrownBy(() -> clients.awaitConnected(Duration.ZERO))
                    .isInstanceOf(Complaint.class)
                    .hasMessage("Only 0 of 3 clients have a stream after 0 s.");
        }
    }
}
