package news.platform.gateway.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.platform.gateway.plain.Plain;
import news.platform.topology.Route;

/** A route of plain HTTP whose row says what it is, as an operation. */
final class PlainOperations {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private PlainOperations() {}

    static Map<String, Object> operation(Plain plain, String httpMethod) {
        var route = plain.route();
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", httpMethod.toLowerCase(Locale.ROOT) + words(route.path()));
        operation.put("tags", List.of(words(route.path().split("/", 3)[1])));
        operation.put("summary", route.summary());
        operation.put(
                "parameters",
                VARIABLE.matcher(route.path())
                        .results()
                        .map(variable -> Components.parameter("path", variable.group(1), true, "A segment."))
                        .toList());
        operation.put("responses", responses(route));
        operation.put(
                "security", route.access() == Route.Access.PUBLIC ? List.of() : List.of(Map.of("bearer", List.of())));
        operation.put("x-access", plain.policy().access().name());
        operation.put("x-rate-class", plain.policy().rate().name());
        operation.put("x-deadline-ms", plain.policy().deadline().toMillis());
        return operation;
    }

    private static Map<String, Object> responses(Route route) {
        var responses = new LinkedHashMap<String, Object>();
        var content = route.produces().stream().collect(Collectors.toMap(type -> type, _ -> Map.of()));
        responses.put(
                "200", Map.of("description", "OK.", "headers", Responses.headers(true, true), "content", content));
        var refusals = new ArrayList<>(List.of(400, 404, 429, 503));
        if (route.access() != Route.Access.PUBLIC) {
            refusals.addAll(List.of(401, 403));
        }
        refusals.forEach(status -> responses.put(
                Integer.toString(status), Map.of("$ref", "#/components/responses/" + Responses.name(status))));
        return responses;
    }

    /** For example MediaIdWidth. */
    private static String words(String path) {
        return WORD.matcher(path)
                .results()
                .map(word -> word.group().substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.group().substring(1))
                .collect(Collectors.joining());
    }
}
