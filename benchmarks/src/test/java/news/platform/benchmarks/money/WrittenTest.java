package news.platform.benchmarks.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.platform.local.file.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenTest {
    private static final String SECRET = "a-secret-of-this-machine";

    private final Instant since = Instant.now().minus(Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    @Test
    void findsASecretInLogsEventsAndTraces() throws IOException {
        var home = new Home(folder);
        write(home.log("ranking"), "fine");
        write(home.log("launcher"), "accounts …, password " + SECRET);
        write(home.log("market"), "key=" + SECRET);
        write(segment(home, "news.mall.order.v1-0"), "\u0000\u0001id\u0012" + SECRET + "\n");
        write(segment(home, "__consumer_offsets-1"), SECRET);
        var before = write(home.log("user"), SECRET);
        Files.setLastModifiedTime(before, FileTime.from(since.minusSeconds(1)));
        var search = new LogSearch(List.of(SECRET));

        var zipkin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        zipkin.createContext("/api/v2/services", exchange -> send(exchange, "[\"mall-service\"]"));
        zipkin.createContext(
                "/api/v2/traces",
                exchange -> send(exchange, "[[{\"id\":\"1\"},{\"tags\":{\"key\":\"" + SECRET + "\"}}]]"));
        zipkin.start();
        try {
            new Written(home, "http://127.0.0.1:" + zipkin.getAddress().getPort()).search(search, since);
        } finally {
            zipkin.stop(0);
        }

        assertThat(search.findings())
                .containsOnlyKeys(
                        "market.log has a secret",
                        "topic news.mall.order.v1-0 has a secret",
                        "traces of mall-service has a secret");
    }

    @Test
    void doesWithoutTraces() throws IOException {
        var home = new Home(folder);
        write(home.log("market"), "fine");
        write(segment(home, "news.mall.order.v1-0"), "fine");
        var search = new LogSearch(List.of(SECRET));

        new Written(home, "http://127.0.0.1:1").search(search, since);

        assertThat(search.findings()).isEmpty();
        assertThat(search.lines()).isEqualTo(2);
    }

    private static Path segment(Home home, String partition) throws IOException {
        return Files.createDirectories(home.data().resolve("kafka").resolve(partition))
                .resolve("00000000000000000000.log");
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length());
            exchange.getResponseBody().write(body.getBytes());
        }
    }
}
