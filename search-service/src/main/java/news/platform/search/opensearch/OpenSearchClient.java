package news.platform.search.opensearch;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an OpenSearch, in JSON. Thread-safe. */
final class OpenSearchClient {
    private static final MediaType LINES = MediaType.parseMediaType("application/x-ndjson");
    private static final HttpStatusCode NOT_FOUND = HttpStatusCode.valueOf(404);

    private final RestClient http;
    private final JsonMapper json = JsonMapper.shared();

    OpenSearchClient(String url, OpenSearchProperties properties) {
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
        factory.setReadTimeout(properties.deadline());
        var builder = RestClient.builder().baseUrl(url).requestFactory(factory);
        if (!properties.user().isEmpty()) {
            builder.defaultHeaders(
                    headers -> headers.setBasicAuth(properties.user(), properties.password(), StandardCharsets.UTF_8));
        }
        this.http = builder.build();
    }

    /** Complains of all but success. */
    JsonNode ask(HttpMethod method, String path, Object body) {
        return ask(method, path, MediaType.APPLICATION_JSON, json.writeValueAsString(body));
    }

    /** Several documents, each a line or two. */
    JsonNode lines(String path, Collection<?> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(json.writeValueAsString(line)).append('\n'));
        return ask(HttpMethod.POST, path, LINES, text.toString());
    }

    /** What is there; a missing node where nothing is. */
    JsonNode get(String path) {
        return http.get().uri(path).exchangeForRequiredValue((_, response) -> {
            if (response.getStatusCode().isSameCodeAs(NOT_FOUND)) {
                return json.missingNode();
            }
            return read(path, response.getStatusCode(), response.getBody().readAllBytes());
        });
    }

    void delete(String path) {
        ask(HttpMethod.DELETE, path, Map.of());
    }

    private JsonNode ask(HttpMethod method, String path, MediaType type, String body) {
        return http.method(method)
                .uri(path)
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .exchangeForRequiredValue((_, response) ->
                        read(path, response.getStatusCode(), response.getBody().readAllBytes()));
    }

    private JsonNode read(String path, HttpStatusCode status, byte[] body) {
        if (!status.is2xxSuccessful()) {
            throw new OpenSearchException(path, status.value(), new String(body, StandardCharsets.UTF_8));
        }
        return json.readTree(body);
    }
}
