package news.platform.gateway.openapi;

import com.google.protobuf.Descriptors.Descriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.platform.gateway.contract.Comments;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.gateway.contract.Reasons;
import news.platform.gateway.problem.Problem;
import org.springframework.http.HttpStatus;

/** What an operation may answer. */
final class Responses {

    /** Every failure that any operation may answer; each is a named response of the document. */
    static final Map<Integer, String> FAILURES = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "Something in the request is malformed or outside its rules; errors names it."),
            Map.entry(401, "No access token, or one that is not valid."),
            Map.entry(403, "The caller may not do this."),
            Map.entry(404, "There is no such thing, or not for the caller."),
            Map.entry(406, "The answer is of none of the types that Accept takes."),
            Map.entry(409, "The state does not allow it, or the same is under way."),
            Map.entry(410, "It was withdrawn for good."),
            Map.entry(412, "If-Match does not name the current state, or If-None-Match does."),
            Map.entry(413, "The body is too large."),
            Map.entry(415, "The body is of a type that is not taken; Accept names those that are."),
            Map.entry(422, "The Idempotency-Key was used for another request."),
            Map.entry(429, "Too many requests; Retry-After says when again."),
            Map.entry(503, "For now it cannot be answered; Retry-After says when again.")));

    private static final String STREAM =
            "Server-sent events, without end: this is the data of each. A client that comes back"
                    + " sends its last id; after an event `reset` it lists again. Heartbeats carry an id and no data.";

    private final Comments comments;
    private final Refusals refusals;
    private final Schemas schemas;

    Responses(Contract contract, Schemas schemas) {
        this.comments = contract.comments();
        this.refusals = new Refusals(contract);
        this.schemas = schemas;
    }

    Map<String, Object> of(Method method, HttpBinding binding) {
        var responses = new LinkedHashMap<String, Object>();
        int status = method.policy().successStatus();
        responses.put(Integer.toString(status), success(method, binding, status));
        if (binding.httpMethod().equals("GET") && !method.streaming()) {
            responses.put("304", Map.of("description", "The client has it already.", "headers", headers(true, true)));
        }
        refusals.of(method, binding)
                .forEach((failure, reasons) -> responses.put(Integer.toString(failure), failure(failure, reasons)));
        return responses;
    }

    private static Map<String, Object> failure(int status, List<Reasons.Stated> reasons) {
        Map<String, Object> named = Map.of("$ref", "#/components/schemas/Problem");
        if (reasons.isEmpty()) {
            return Map.of("$ref", "#/components/responses/" + name(status));
        }
        var names = reasons.stream().map(stated -> stated.reason().name()).toList();
        var reason = Map.of("properties", Map.of("reason", Map.of("enum", names)));
        var texts = reasons.stream()
                .map(stated -> stated.reason().name() + ": " + stated.comment())
                .collect(Collectors.joining("\n\n"));
        return Map.of(
                "description",
                texts,
                "headers",
                failureHeaders(status),
                "content",
                Map.of(Problem.MEDIA_TYPE, Map.of("schema", Map.of("allOf", List.of(named, reason)))));
    }

    static Map<String, Object> failureHeaders(int status) {
        var headers = new LinkedHashMap<String, Object>();
        headers.put("X-Trace-Id", Map.of("$ref", "#/components/headers/XTraceId"));
        if (status == 429 || status == 503) {
            headers.put("Retry-After", Map.of("$ref", "#/components/headers/RetryAfter"));
        }
        if (status == 401) {
            headers.put("WWW-Authenticate", Map.of("$ref", "#/components/headers/WwwAuthenticate"));
        }
        return headers;
    }

    private Map<String, Object> success(Method method, HttpBinding binding, int status) {
        var response = new LinkedHashMap<String, Object>();
        var known = HttpStatus.resolve(status);
        response.put(
                "description", method.streaming() ? STREAM : known == null ? "Done." : known.getReasonPhrase() + ".");
        response.put("headers", headers(status != 204, !method.streaming()));
        if (status != 204) {
            var answer = method.response().getDescriptorForType();
            var shown = method.policy().stream()
                    .map(stream -> answer.findFieldByName(stream.getDataField()))
                    .or(binding::responseBody)
                    .map(field -> field.getMessageType())
                    .orElse(answer);
            response.put("content", content(method, binding, shown));
        }
        return response;
    }

    private Map<String, Object> content(Method method, HttpBinding binding, Descriptor shown) {
        if (!method.policy().produces().isEmpty()) {
            var comment = binding.responseBody().map(field -> comments.of(field.getFullName()));
            return RawBodies.content(method.produces(), comment.orElse(""));
        }
        var type = method.streaming() ? "text/event-stream" : "application/json";
        return Map.of(type, Map.of("schema", schemas.ref(shown), "example", Examples.object(shown.getFields())));
    }

    /**
     * @param body whether there is one
     * @param tagged whether it has an end, and so a tag
     */
    static Map<String, Object> headers(boolean body, boolean tagged) {
        var headers = new LinkedHashMap<String, Object>();
        headers.put("X-Trace-Id", Map.of("$ref", "#/components/headers/XTraceId"));
        headers.put("RateLimit-Limit", Map.of("$ref", "#/components/headers/RateLimitLimit"));
        headers.put("RateLimit-Remaining", Map.of("$ref", "#/components/headers/RateLimitRemaining"));
        headers.put("RateLimit-Reset", Map.of("$ref", "#/components/headers/RateLimitReset"));
        if (body) {
            headers.put("Cache-Control", Map.of("$ref", "#/components/headers/CacheControl"));
        }
        if (body && tagged) {
            headers.put("ETag", Map.of("$ref", "#/components/headers/ETag"));
        }
        return headers;
    }

    static String name(int failure) {
        var known = HttpStatus.resolve(failure);
        return known == null ? "Status" + failure : known.getReasonPhrase().replaceAll("[^A-Za-z]", "");
    }
}
