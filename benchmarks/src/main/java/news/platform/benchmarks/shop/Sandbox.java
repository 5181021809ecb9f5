package news.platform.benchmarks.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.platform.local.console.Complaint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The payment channel without money: where buyers pay, and what goes wrong there is ordered. Thread-safe. */
public final class Sandbox implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final URI url;
    private final HttpClient client = HttpClient.newHttpClient();

    public Sandbox(String url) {
        this.url = URI.create(url);
    }

    /** Pays; false where it cannot be paid, or the sandbox did not say. */
    public boolean pay(String page) {
        return decide(page, "");
    }

    /** Refuses to pay. */
    public boolean refuse(String page) {
        return decide(page, "decision=refuse");
    }

    private boolean decide(String page, String decision) {
        try {
            return send(HttpRequest.newBuilder(URI.create(page)).POST(BodyPublishers.ofString(decision)))
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /** Has things go wrong; what is not named does not. */
    public void fault(Map<String, ?> faults) {
        control("PUT", "faults", faults);
    }

    /** Tells everything once more, in any order. Returns how much that is. */
    public int repeat() {
        return control("POST", "repeat", Map.of()).path("callbacks").asInt();
    }

    /** Sends forged callbacks about a charge. Returns the statuses that they were answered with; none where the gateway was away. */
    public List<Integer> forge(String paymentId) {
        var statuses = new ArrayList<Integer>();
        try {
            var reply = exchange("POST", "forge", Map.of("reference", Books.reference(paymentId)));
            reply.forEach(forged -> statuses.add(forged.path("status").asInt()));
        } catch (IOException _) {
            // whoever is killed answers nothing
        }
        return statuses;
    }

    /** All that it has. */
    public Books books() {
        return Books.of(control("GET", "books", Map.of()));
    }

    private JsonNode control(String method, String what, Map<String, ?> body) {
        try {
            return exchange(method, what, body);
        } catch (IOException e) {
            throw new Complaint("The sandbox does not answer: " + e.getMessage(), e);
        }
    }

    private JsonNode exchange(String method, String what, Map<String, ?> body) throws IOException {
        var answer = send(HttpRequest.newBuilder(url.resolve("/control/" + what))
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
        if (answer.statusCode() >= 300) {
            throw new IOException(what + ": status " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Complaint("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
