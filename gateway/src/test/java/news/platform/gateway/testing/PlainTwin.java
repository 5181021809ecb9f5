package news.platform.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import news.platform.test.grpc.TestCertificates;
import news.platform.topology.Route;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Plain HTTP of user-service: the keys, and under /plain what came, answered with the status that its path ends with. */
public final class PlainTwin {

    private static final List<Route> ROUTES = List.of(
            new Route(
                    "/plain/open/*",
                    List.of("GET"),
                    Route.Access.PUBLIC,
                    List.of(),
                    "READ",
                    0,
                    "public, max-age=7",
                    false,
                    "",
                    List.of()),
            new Route(
                    "/plain/mine/*",
                    List.of("GET", "POST"),
                    Route.Access.USER,
                    List.of(),
                    "WRITE",
                    1,
                    "no-store",
                    false,
                    "",
                    List.of()),
            new Route(
                    "/plain/desk/**",
                    List.of("GET"),
                    Route.Access.ROLES,
                    List.of("editor"),
                    "READ",
                    0,
                    "no-store",
                    false,
                    "",
                    List.of()));

    private final HttpsServer server = TestCertificates.httpsServer(TestCertificates.of("user-service"));

    PlainTwin() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/.well-known/jwks.json", exchange -> answer(exchange, 200, "application/json", "{\"keys\":[]}"));
        server.createContext("/plain/", PlainTwin::tell);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void tell(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        int status = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var told = "%s %s %s %s token=%s address=%s"
                .formatted(
                        exchange.getRequestMethod(),
                        path,
                        Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                                .orElse("-"),
                        body,
                        exchange.getRequestHeaders().containsKey("Authorization"),
                        exchange.getRequestHeaders().get("X-Client-Address"));
        exchange.getResponseHeaders().set("Cache-Control", "private");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src *");
        if (status >= 400) {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            return;
        }
        answer(exchange, status, "text/plain", told);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /** The table of the platform, where user-service has what this one answers as well. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Table {

        @Bean
        Topology topology() {
            var table = Topology.load();
            return new Topology(
                    table.tokenIssuer(),
                    table.gateway(),
                    table.services().stream()
                            .map(entry -> entry.name().equals("user") ? withMore(entry) : entry)
                            .toList());
        }

        private static ServiceEntry withMore(ServiceEntry entry) {
            return new ServiceEntry(
                    entry.name(),
                    entry.ordinal(),
                    entry.database(),
                    entry.ownerApart(),
                    entry.kafka(),
                    entry.calls(),
                    entry.internet(),
                    Stream.concat(entry.routes().stream(), ROUTES.stream()).toList(),
                    entry.heapMegabytes(),
                    entry.compiler(),
                    entry.secrets(),
                    entry.local());
        }
    }
}
