package news.platform.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.benchmarks.load.Scenario;
import news.platform.benchmarks.publish.Schedule;
import news.platform.local.console.Complaint;
import org.junit.jupiter.api.Test;

class ReadersProcessTest {
    private static final Scenario ARTICLE = new Scenario("article", "/a", "", List.of(), 0);
    private static final Scenario LIST = new Scenario("list", "/l?n=#", "", List.of(), 0);

    @Test
    void readsInAnotherProcessAndTellsWhatItSaw() throws IOException {
        var asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                asked.incrementAndGet();
                exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/l") ? 404 : 204, -1);
                exchange.close();
            });
            server.start();

            var readers = ReadersProcess.read(new ReadersProcess.Order(
                    server.getAddress().getPort(), ARTICLE, LIST, 40, 1, System.nanoTime(), new Schedule(1, 0, 1)));

            assertThat(readers.cached().requests()).isPositive();
            assertThat(readers.cached().failures()).isZero();
            assertThat(readers.uncached().requests()).isZero();
            assertThat(readers.uncached().failures()).isPositive();
            assertThat(asked.get()).isGreaterThan((int) readers.cached().requests());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void complainsWhereTheProcessFails() {
        var order = new ReadersProcess.Order(-1, ARTICLE, LIST, 40, 1, 0, new Schedule(1, 0, 1));

        assertThatThrownBy(() -> ReadersProcess.read(order))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("readers' process");
    }
}
