package news.platform.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import news.platform.local.console.Complaint;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final List<Scenario> MIX = List.of(new Scenario("any", "/", "any", List.of(), 0));
    private static final int RATE = 1000;
    private static final Duration SHORT = Duration.ofMillis(100);

    /** Who times from the sending sees 64 slow requests, as many as there are connections. */
    @Test
    void countsOneStallForEveryRequestThatWasDueInIt() throws IOException {
        try (StallingServer server = new StallingServer(RATE, StallingServer.OK)) {
            Latencies latencies =
                    OpenLoop.measure(server.port(), MIX, RATE, Duration.ofMillis(500), Duration.ofMillis(1500));

            Tail tail = latencies.tail(1.5);
            assertThat(tail.failures()).isZero();
            assertThat(tail.requests()).isBetween(1300L, 1700L);
            assertThat(tail.p50Millis()).isLessThan(20);
            assertThat(tail.maxMillis()).isGreaterThanOrEqualTo(StallingServer.STALL.toMillis());
            assertThat(latencies.slowerThan(SHORT.toNanos())).isBetween(140L, 300L);
        }
    }

    @Test
    void countsBadAnswersAsFailuresAndNotAsFast() throws IOException {
        try (StallingServer server = new StallingServer(0, "HTTP/1.1 503 \r\nContent-Length: 0\r\n\r\n")) {
            Latencies latencies = OpenLoop.measure(server.port(), MIX, RATE, Duration.ZERO, SHORT);

            assertThat(latencies.failures()).isEqualTo(server.asked()).isPositive();
            assertThat(latencies.tail(0.1).requests()).isZero();
        }
    }

    @Test
    void goesOnWhenTheServerEndsConnections() throws IOException {
        try (StallingServer server =
                new StallingServer(0, "HTTP/1.1 200 \r\nConnection: close\r\nContent-Length: 0\r\n\r\n")) {
            Latencies latencies = OpenLoop.measure(server.port(), MIX, RATE, Duration.ZERO, SHORT);

            assertThat(latencies.failures()).isZero();
            assertThat(latencies.tail(0.1).requests()).isEqualTo(server.asked()).isPositive();
        }
    }

    @Test
    void complainsWhenNobodyListens() throws IOException {
        StallingServer server = new StallingServer(0, StallingServer.OK);
        server.close();

        assertThatThrownBy(() -> OpenLoop.run(server.port(), MIX, RATE, 1))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("Nobody listens");
    }

    @Test
    void asksNothingAtARateThatNobodyAnswered() {
        assertThat(OpenLoop.run(1, MIX, 0, 3)).isEqualTo(Tail.NONE);
    }
}
