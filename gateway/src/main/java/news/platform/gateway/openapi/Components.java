package news.platform.gateway.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.platform.gateway.problem.Problem;

/** What all operations share. */
final class Components {

    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> NUMBER = Map.of("type", "integer");

    private Components() {}

    static Map<String, Object> of(Schemas schemas) {
        var named = new TreeMap<>(schemas.named());
        named.put("Problem", problem());
        var components = new LinkedHashMap<String, Object>();
        components.put("schemas", named);
        components.put("responses", responses());
        components.put("parameters", parameters());
        components.put("headers", headers());
        components.put("securitySchemes", securitySchemes());
        return components;
    }

    private static Map<String, Object> problem() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("type", text("Always about:blank; read reason instead."));
        properties.put("title", text("The status in words."));
        properties.put("status", Map.of("type", "integer", "description", "The HTTP status."));
        properties.put("detail", text("What went wrong, for a person to read."));
        properties.put("reason", text("The stable name of what went wrong, e.g. ARTICLE_NOT_FOUND."));
        properties.put("traceId", text("Under which the request is found in the traces."));
        var error = Map.of(
                "type",
                "object",
                "properties",
                Map.of("field", text("Path as in the request."), "message", text("What is wrong with it.")),
                "required",
                List.of("field", "message"));
        properties.put("errors", Map.of("type", "array", "items", error));
        return Map.of(
                "type",
                "object",
                "description",
                "What every failure answers (RFC 9457).",
                "properties",
                properties,
                "required",
                List.of("type", "title", "status", "detail", "reason", "traceId"));
    }

    private static Map<String, Object> responses() {
        var responses = new LinkedHashMap<String, Object>();
        Responses.FAILURES.forEach((status, description) -> {
            var content = Map.of(
                    "schema", Map.of("$ref", "#/components/schemas/Problem"), "example", example(status, description));
            responses.put(
                    Responses.name(status),
                    Map.of(
                            "description",
                            description,
                            "headers",
                            Responses.failureHeaders(status),
                            "content",
                            Map.of(Problem.MEDIA_TYPE, content)));
        });
        return responses;
    }

    private static Map<String, Object> example(int status, String description) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "about:blank");
        example.put("title", Responses.name(status));
        example.put("status", status);
        example.put("detail", description);
        example.put("reason", status == 400 ? "INVALID_FIELD" : "REASON");
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        if (status == 400) {
            example.put("errors", List.of(Map.of("field", "pageSize", "message", "must be at least 0")));
        }
        return example;
    }

    private static Map<String, Object> parameters() {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("Fields", parameter("query", "fields", false, "Keeps only these fields: a,b.c"));
        parameters.put("IfNoneMatch", parameter("header", "If-None-Match", false, "304 where the ETag is still this."));
        parameters.put("IfMatch", parameter("header", "If-Match", false, "412 where the ETag is no longer this."));
        parameters.put(
                "LastEventId", parameter("header", "Last-Event-ID", false, "The last event that the client has."));
        parameters.put(
                "LastEventIdInQuery",
                parameter("query", "lastEventId", false, "The same, for clients that cannot send the header."));
        parameters.put(
                "StreamPosition",
                parameter(
                        "query", "streamPosition", false, "The same, as the list says it that the stream continues."));
        var key = "1 to 255 visible ASCII characters; the same key and body answer the same for 24 h.";
        parameters.put("IdempotencyKey", parameter("header", "Idempotency-Key", false, key));
        parameters.put("IdempotencyKeyRequired", parameter("header", "Idempotency-Key", true, key));
        return parameters;
    }

    static Map<String, Object> parameter(String in, String name, boolean required, String description) {
        return Map.of("in", in, "name", name, "required", required, "description", description, "schema", TEXT);
    }

    private static Map<String, Object> headers() {
        var headers = new LinkedHashMap<String, Object>();
        headers.put("XTraceId", header("Under which the request is found in the traces.", TEXT));
        headers.put("ETag", header("Strong; differs between encodings.", TEXT));
        headers.put("CacheControl", header("For whom and how long the answer keeps.", TEXT));
        headers.put("RateLimitLimit", header("Calls that the bucket holds.", NUMBER));
        headers.put("RateLimitRemaining", header("Calls that are left.", NUMBER));
        headers.put("RateLimitReset", header("Seconds until the bucket is full.", NUMBER));
        headers.put("RetryAfter", header("Seconds until trying again may help.", NUMBER));
        headers.put("WwwAuthenticate", header("Bearer.", TEXT));
        return headers;
    }

    private static Map<String, Object> header(String description, Map<String, Object> schema) {
        return Map.of("description", description, "schema", schema);
    }

    private static Map<String, Object> securitySchemes() {
        return Map.of(
                "bearer",
                Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT"),
                "partnerId",
                Map.of("type", "apiKey", "in", "header", "name", "X-Partner-Id"),
                "partnerTimestamp",
                Map.of("type", "apiKey", "in", "header", "name", "X-Partner-Timestamp"),
                "partnerSignature",
                Map.of("type", "apiKey", "in", "header", "name", "X-Partner-Signature"));
    }

    private static Map<String, Object> text(String description) {
        return Map.of("type", "string", "description", description);
    }
}
