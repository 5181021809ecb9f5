package news.platform.gateway.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies that the contract knows by their media types only. */
final class RawBodies {

    private static final Map<String, Object> ANYTHING = Map.of();
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private RawBodies() {}

    static Map<String, Object> content(List<String> types) {
        var content = new LinkedHashMap<String, Object>();
        types.forEach(type -> content.put(type, Map.of("schema", isJson(type) ? ANYTHING : TEXT)));
        return content;
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }
}
