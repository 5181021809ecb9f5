package news.platform.gateway.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bodies that the contract knows by their media types only, and by an example: what the comment of the field has behind a line
 * {@code Example:}.
 */
final class RawBodies {

    private static final String EXAMPLE = "\nExample:\n";
    private static final Map<String, Object> ANYTHING = Map.of();
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private RawBodies() {}

    static Map<String, Object> content(List<String> types, String comment) {
        var content = new LinkedHashMap<String, Object>();
        types.forEach(type -> content.put(type, body(isJson(type) || isBinary(type), comment)));
        return content;
    }

    /** The comment without the example. */
    static String description(String comment) {
        int at = comment.indexOf(EXAMPLE);
        return at < 0 ? comment : comment.substring(0, at).strip();
    }

    private static Map<String, Object> body(boolean json, String comment) {
        var body = new LinkedHashMap<String, Object>();
        body.put("schema", json ? ANYTHING : TEXT);
        int at = comment.indexOf(EXAMPLE);
        if (at >= 0) {
            var example = comment.substring(at + EXAMPLE.length()).strip();
            body.put("example", json ? JsonMapper.shared().readTree(example) : example);
        }
        return body;
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }

    private static boolean isBinary(String type) {
        return type.startsWith("image/") || type.equals("application/octet-stream");
    }
}
