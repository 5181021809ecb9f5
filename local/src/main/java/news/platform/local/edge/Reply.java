package news.platform.local.edge;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the gateway answered. */
public record Reply(int status, HttpHeaders headers, String body) {
    private static final JsonMapper JSON = new JsonMapper();

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** True where the same request may succeed a little later. */
    public boolean retryable() {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    /** The body as JSON; a missing node where it is none. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }

    /** What is wrong, for a person. */
    public String problem() {
        String detail = json().path("detail").asString("");
        String reason = json().path("reason").asString("");
        return "HTTP " + status + " " + reason + (detail.isEmpty() ? "" : ": " + detail);
    }

    Optional<Duration> retryAfter() {
        return headers.firstValue("retry-after")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }
}
