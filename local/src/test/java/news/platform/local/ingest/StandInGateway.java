package news.platform.local.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes pushes and lists them as the platform does, in memory; busy for the first few requests. */
final class StandInGateway implements AutoCloseable {
    private final HttpServer server;
    private final String secret;
    private final AtomicInteger busy;
    private final AtomicInteger badSignatures = new AtomicInteger();
    private final JsonMapper json = new JsonMapper();
    private final Set<String> uris = new LinkedHashSet<>();
    private final List<Integer> batchSizes = new ArrayList<>();
    private final Set<String> partners = new LinkedHashSet<>();
    private final List<String> dates = new ArrayList<>();

    StandInGateway(String secret, int busyRequests) throws IOException {
        this.secret = secret;
        this.busy = new AtomicInteger(busyRequests);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/feedItems", this::push);
        server.createContext("/api/v1/articles", exchange -> list(exchange, "articles"));
        server.createContext("/api/v1/lives", exchange -> list(exchange, "lives"));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Integer> batchSizes() {
        return batchSizes;
    }

    Set<String> partners() {
        return partners;
    }

    /** When the items say that they happened. */
    List<String> dates() {
        return dates;
    }

    int badSignatures() {
        return badSignatures.get();
    }

    private void push(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (busy.getAndDecrement() > 0) {
            answer(exchange, 503, "{\"reason\":\"OVERLOADED\",\"detail\":\"come back\"}");
            return;
        }
        verify(exchange, body);
        if (body.contains("Poison")) {
            answer(exchange, 400, "{\"reason\":\"BAD_NINJS\",\"detail\":\"poison\"}");
            return;
        }
        JsonNode items = json.readTree(body);
        batchSizes.add(items.size());
        List<Map<String, Object>> results = new ArrayList<>();
        for (JsonNode item : items) {
            if (item.toString().contains("Unwanted")) {
                results.add(Map.of("status", 400, "reason", "INVALID_ITEM", "detail", "not this one"));
                continue;
            }
            dates.add(item.path("firstcreated").asString(""));
            boolean fresh = uris.add(item.path("uri").asString());
            results.add(Map.of(
                    "uri", item.path("uri").asString(),
                    "status", fresh ? 201 : 200,
                    "reason", fresh ? "CREATED" : "DUPLICATE"));
        }
        answer(exchange, 207, json.writeValueAsString(Map.of("results", results)));
    }

    private void verify(HttpExchange exchange, String body) {
        long timestamp = Long.parseLong(exchange.getRequestHeaders().getFirst("X-Partner-Timestamp"));
        Clock clock = Clock.fixed(Instant.ofEpochSecond(timestamp), ZoneOffset.UTC);
        String partner = exchange.getRequestHeaders().getFirst("X-Partner-Id");
        partners.add(partner);
        String expected = new Signature(partner, secret, clock).headers(body).get("X-Partner-Signature");
        if (!exchange.getRequestHeaders().getFirst("X-Partner-Signature").equals(expected)) {
            badSignatures.incrementAndGet();
        }
    }

    /** Pages of 50, so that paging is walked. */
    private void list(HttpExchange exchange, String plural) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        int from = query.contains("pageToken=") ? Integer.parseInt(query.replaceAll(".*pageToken=", "")) : 0;
        int to = Math.min(uris.size(), from + 50);
        List<Map<String, String>> page = uris.stream()
                .skip(from)
                .limit(to - from)
                .map(uri -> Map.of("id", uri))
                .toList();
        String next = to < uris.size() ? Integer.toString(to) : "";
        answer(exchange, 200, json.writeValueAsString(Map.of(plural, page, "nextPageToken", next)));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
