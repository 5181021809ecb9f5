package news.platform.gateway.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import news.platform.edge.v1.Access;
import news.platform.gateway.contract.Body;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import org.springframework.http.HttpStatus;

/** What an operation may answer. */
final class Responses {

    /** Every failure that any operation may answer; each is a named response of the document. */
    static final Map<Integer, String> FAILURES = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "Something in the request is malformed or outside its rules; errors names it."),
            Map.entry(401, "No access token, or one that is not valid."),
            Map.entry(403, "The caller may not do this."),
            Map.entry(404, "There is no such thing, or not for the caller."),
            Map.entry(409, "The state does not allow it, or the same is under way."),
            Map.entry(410, "It was withdrawn for good."),
            Map.entry(412, "If-Match does not name the current state."),
            Map.entry(413, "The body is too large."),
            Map.entry(415, "The body is not application/json."),
            Map.entry(422, "The Idempotency-Key was used for another request."),
            Map.entry(429, "Too many requests; Retry-After says when again."),
            Map.entry(503, "For now it cannot be answered; Retry-After says when again.")));

    private final Schemas schemas;

    Responses(Schemas schemas) {
        this.schemas = schemas;
    }

    Map<String, Object> of(Method method, HttpBinding binding) {
        var responses = new LinkedHashMap<String, Object>();
        int status = method.policy().successStatus();
        responses.put(Integer.toString(status), success(method, binding, status));
        if (binding.httpMethod().equals("GET") && !method.streaming()) {
            responses.put("304", Map.of("description", "The client has it already.", "headers", headers(true)));
        }
        for (int failure : failures(method, binding)) {
            responses.put(Integer.toString(failure), Map.of("$ref", "#/components/responses/" + name(failure)));
        }
        return responses;
    }

    private static Set<Integer> failures(Method method, HttpBinding binding) {
        var failures = new TreeSet<>(Set.of(400, 429, 503));
        var access = method.policy().access();
        if (access != Access.ACCESS_PUBLIC) {
            failures.add(401);
        }
        if (!method.policy().roles().isEmpty()) {
            failures.add(403);
        }
        if (!binding.pathVariables().isEmpty()) {
            failures.add(404);
            failures.add(410);
        }
        if (!(binding.body() instanceof Body.None)) {
            failures.addAll(Set.of(409, 413, 415, 422));
        }
        if (binding.etag().isPresent()) {
            failures.add(412);
        }
        return failures;
    }

    private Map<String, Object> success(Method method, HttpBinding binding, int status) {
        var response = new LinkedHashMap<String, Object>();
        var known = HttpStatus.resolve(status);
        response.put("description", known == null ? "Done." : known.getReasonPhrase() + ".");
        response.put("headers", headers(status != 204));
        if (status != 204) {
            var shown = binding.responseBody()
                    .map(field -> field.getMessageType())
                    .orElse(method.response().getDescriptorForType());
            var type = method.streaming() ? "text/event-stream" : "application/json";
            response.put(
                    "content",
                    Map.of(type, Map.of("schema", schemas.ref(shown), "example", Examples.object(shown.getFields()))));
        }
        return response;
    }

    static Map<String, Object> headers(boolean tagged) {
        var headers = new LinkedHashMap<String, Object>();
        headers.put("X-Trace-Id", Map.of("$ref", "#/components/headers/XTraceId"));
        headers.put("RateLimit-Limit", Map.of("$ref", "#/components/headers/RateLimitLimit"));
        headers.put("RateLimit-Remaining", Map.of("$ref", "#/components/headers/RateLimitRemaining"));
        headers.put("RateLimit-Reset", Map.of("$ref", "#/components/headers/RateLimitReset"));
        if (tagged) {
            headers.put("ETag", Map.of("$ref", "#/components/headers/ETag"));
            headers.put("Cache-Control", Map.of("$ref", "#/components/headers/CacheControl"));
        }
        return headers;
    }

    static String name(int failure) {
        var known = HttpStatus.resolve(failure);
        return known == null ? "Status" + failure : known.getReasonPhrase().replaceAll("[^A-Za-z]", "");
    }
}
