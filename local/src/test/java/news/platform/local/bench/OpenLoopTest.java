package news.platform.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final Scenario SCENARIO = new Scenario("any", "/", "any", List.of(), 0);

    @Test
    void countsAStallForEveryRequestThatWasDueInIt() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        long start = System.nanoTime();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            long stall = 1500 - (System.nanoTime() - start) / 1_000_000;
            try {
                never.await(Math.max(0, stall), TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();

        Shot shot = new OpenLoop(server.getAddress().getPort(), SCENARIO).run("/", 200, 3);
        server.stop(0);

        assertThat(shot.failures()).isZero();
        assertThat(shot.requests()).isGreaterThan(300);
        assertThat(shot.p99Millis()).isGreaterThan(1000);
    }

    @Test
    void asksNothingAtARateThatNobodyAnswered() {
        assertThat(new OpenLoop(1, SCENARIO).run("/", 0, 3).requests()).isZero();
    }
}
