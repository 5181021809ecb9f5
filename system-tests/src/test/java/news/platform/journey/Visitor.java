package news.platform.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an HTTP client, logged in or not. */
record Visitor(HttpClient http, String edge, String token) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<Integer> NOT_NOW = Set.of(409, 503, 504);

    /** What the edge said, and without whom; the body is missing where there is none. */
    record Answer(int status, JsonNode body, String degraded) {
        String text(String field) {
            return body.path(field).asString("");
        }
    }

    /** The same with a token. */
    Visitor with(String accessToken) {
        return new Visitor(http, edge, accessToken);
    }

    /** The same before another gateway. */
    Visitor at(String otherEdge) {
        return new Visitor(http, otherEdge, token);
    }

    /** Who has an account; the first calls of services that have just started may be late. */
    Visitor loggedIn(String email, String password) {
        return await().atMost(PATIENCE)
                .until(
                        () -> with(post("/api/v1/sessions", Map.of("email", email, "password", password))
                                .text("accessToken")),
                        visitor -> visitor.get("/api/v1/me").status() == 200);
    }

    /** Who writes. */
    Visitor editor() {
        return loggedIn("editor@example.com", RunningPlatform.PASSWORD);
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** What is not JSON. */
    String text(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(edge + path)).build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer put(String path) {
        return send("PUT", path, BodyPublishers.noBody());
    }

    Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, BodyPublishers.ofString(json(body)));
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    Answer post(String path, Map<String, ?> body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** The same until somebody answers, once in effect: a service that has just started may be late. */
    Answer postOnce(String path, Map<String, ?> body) {
        return postOnce(path, body, UUID.randomUUID().toString());
    }

    /** The same under this key. */
    Answer postOnce(String path, Map<String, ?> body, String key) {
        return await().atMost(PATIENCE)
                .until(() -> post(path, body, key), answer -> !NOT_NOW.contains(answer.status()));
    }

    /** Once, under this key. */
    Answer post(String path, Map<String, ?> body, String key) {
        return post(path, json(body), Map.of("idempotency-key", key));
    }

    /** A body as it stands, with these headers. */
    Answer post(String path, String body, Map<String, String> headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    Answer patch(String path, Map<String, ?> body) {
        return send("PATCH", path, BodyPublishers.ofString(json(body)));
    }

    /** Only where it is still as it was. */
    Answer patch(String path, Map<String, ?> body, String etag) {
        return send("PATCH", path, BodyPublishers.ofString(json(body)), Map.of("if-match", "\"" + etag + "\""));
    }

    static String json(Object body) {
        return JSON.writeValueAsString(body);
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        return send(method, path, body, Map.of());
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(edge + path)).method(method, body);
        if (method.startsWith("P") && body.contentLength() > 0) {
            request.header("content-type", "application/json");
        }
        headers.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    JSON.readTree(answer.body()),
                    answer.headers().firstValue("X-Degraded").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
