package news.platform.local.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keeps a calendar as the platform does, in memory, for editors whose tokens end after a few requests. */
final class StandInCalendar implements AutoCloseable {
    private static final String EVENTS = "/api/v1/calendar/events";
    private static final int REQUESTS_A_TOKEN = 3;
    private static final int A_PAGE = 2;

    private final HttpServer server;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, ObjectNode> releases = new LinkedHashMap<>();
    private final List<String> written = new ArrayList<>();
    private final Map<String, Integer> used = new LinkedHashMap<>();

    StandInCalendar() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/sessions", this::signIn);
        server.createContext(EVENTS, this::serve);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What was changed, in its order. */
    List<String> written() {
        return written;
    }

    /** How often somebody signed in. */
    int tokens() {
        return used.size();
    }

    private void signIn(HttpExchange exchange) throws IOException {
        var token = "token-" + used.size();
        used.put(token, 0);
        answer(exchange, 200, json.writeValueAsString(Map.of("accessToken", token)));
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("GET")) {
            list(exchange);
        } else if (used.merge(
                        exchange.getRequestHeaders().getFirst("authorization").substring("Bearer ".length()),
                        1,
                        Integer::sum)
                > REQUESTS_A_TOKEN) {
            answer(exchange, 401, "{\"reason\":\"TOKEN_EXPIRED\"}");
        } else if (exchange.getRequestMethod().equals("POST")) {
            create(exchange, (ObjectNode) json.readTree(body));
        } else {
            change(exchange, (ObjectNode) json.readTree(body));
        }
    }

    /** A few a page, so that pages are walked. */
    private void list(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        int from = query.contains("pageToken=") ? Integer.parseInt(query.replaceAll(".*pageToken=", "")) : 0;
        var page = releases.values().stream().skip(from).limit(A_PAGE).toList();
        var next = from + A_PAGE < releases.size() ? Integer.toString(from + A_PAGE) : "";
        answer(exchange, 200, json.writeValueAsString(Map.of("releases", page, "nextPageToken", next)));
    }

    private void create(HttpExchange exchange, ObjectNode release) throws IOException {
        if (release.path("name").asString().equals("Refused")) {
            answer(exchange, 400, "{\"reason\":\"INVALID_FIELD\",\"detail\":\"not this one\"}");
            return;
        }
        var id = "r" + releases.size();
        release.put("id", id);
        releases.put(id, release);
        written.add("POST " + release.path("indicatorId").asString() + " "
                + release.path("period").asString() + " "
                + release.path("forecast").asString() + release.path("unit").asString() + " "
                + release.path("importance").asInt());
        answer(exchange, 201, json.writeValueAsString(release));
    }

    private void change(HttpExchange exchange, ObjectNode change) throws IOException {
        var id = exchange.getRequestURI().getPath().substring(EVENTS.length() + 1);
        var release = Objects.requireNonNull(releases.get(id), id);
        release.setAll(change);
        written.add("PATCH " + release.path("indicatorId").asString() + " " + change);
        answer(exchange, 200, json.writeValueAsString(release));
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
