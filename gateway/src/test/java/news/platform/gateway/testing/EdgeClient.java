package news.platform.gateway.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the gateway as its clients do. */
public final class EdgeClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;

    public EdgeClient(Environment environment) {
        this.environment = environment;
    }

    /** An answer, read. */
    public record Got(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String reason() {
            return json().path("reason").asString("");
        }

        public String errorField() {
            return json().path("errors").path(0).path("field").asString("");
        }
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    public int managementPort() {
        return environment.getRequiredProperty("local.management.port", Integer.class);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    public Got send(HttpRequest.Builder request) {
        try {
            return new Got(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param headers names and values by turns */
    public Got get(String path, String... headers) {
        return send(with(request(path), headers));
    }

    public Got post(String path, String json, String... headers) {
        return send(with(request(path), headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public Got patch(String path, String json, String... headers) {
        return send(with(request(path), headers)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    public HttpClient http() {
        return http;
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }
}
