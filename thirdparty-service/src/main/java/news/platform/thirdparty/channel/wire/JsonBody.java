package news.platform.thirdparty.channel.wire;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON read strictly: one document without repeated names, its fields of the types that are asked for, by JSON pointers. */
public final class JsonBody {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode root;

    private JsonBody(JsonNode root) {
        this.root = root;
    }

    /** An object. */
    public static JsonBody of(byte[] bytes) throws MalformedBodyException {
        try {
            var root = JSON.readTree(bytes);
            if (root != null && root.isObject()) {
                return new JsonBody(root);
            }
        } catch (JacksonException _) {
            // said below
        }
        throw new MalformedBodyException("no JSON object");
    }

    /** The objects of a list. */
    public static List<JsonBody> list(byte[] bytes) throws MalformedBodyException {
        try {
            var root = JSON.readTree(bytes);
            if (root != null && root.isArray()) {
                return root.valueStream().map(JsonBody::new).toList();
            }
        } catch (JacksonException _) {
            // said below
        }
        throw new MalformedBodyException("no JSON list");
    }

    /** What is written as JSON. */
    public static byte[] bytes(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    /** The objects of a list in it; empty where there is none. */
    public List<JsonBody> each(String pointer) {
        return root.at(pointer).valueStream().map(JsonBody::new).toList();
    }

    public boolean has(String pointer) {
        var node = root.at(pointer);
        return !node.isMissingNode() && !node.isNull();
    }

    /** A text that is not empty. */
    public String text(String pointer) throws MalformedBodyException {
        var text = textOr(pointer, "");
        if (text.isEmpty()) {
            throw new MalformedBodyException(pointer);
        }
        return text;
    }

    /** A text; where it is not there or null, the other one. */
    public String textOr(String pointer, String otherwise) throws MalformedBodyException {
        var node = root.at(pointer);
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        if (!node.isString()) {
            throw new MalformedBodyException(pointer);
        }
        return node.asString();
    }

    /** A whole number, 0 or more. */
    public long whole(String pointer) throws MalformedBodyException {
        var node = root.at(pointer);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() < 0) {
            throw new MalformedBodyException(pointer);
        }
        return node.asLong();
    }

    public boolean isTrue(String pointer) throws MalformedBodyException {
        var node = root.at(pointer);
        if (!node.isBoolean()) {
            throw new MalformedBodyException(pointer);
        }
        return node.asBoolean();
    }
}
