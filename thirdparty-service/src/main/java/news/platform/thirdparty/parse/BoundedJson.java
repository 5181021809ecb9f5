package news.platform.thirdparty.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON from outside: bounded in depth, in tokens and in the length of a number, and read without trust in its types. */
public final class BoundedJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxNumberLength(100)
                            .maxNameLength(1000)
                            .maxTokenCount(500_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BoundedJson() {}

    /** The value; a {@link JacksonException} says what is wrong. */
    public static JsonNode read(byte[] json) {
        return MAPPER.readTree(json);
    }

    public static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    /** The first of the fields that is there, whatever its capitals; missing where none is. */
    public static JsonNode field(JsonNode object, String... names) {
        for (String name : names) {
            if (object.has(name)) {
                return object.get(name);
            }
        }
        return object.properties().stream()
                .filter(entry -> Stream.of(names).anyMatch(entry.getKey()::equalsIgnoreCase))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> object.path("\u0000"));
    }

    /** A string, or a number as one; empty for everything else. */
    public static String text(JsonNode object, String... names) {
        return text(field(object, names)).orElse("");
    }

    public static Optional<String> text(JsonNode value) {
        if (value.isString()) {
            return Optional.of(value.stringValue());
        }
        return value.isNumber() ? Optional.of(value.numberValue().toString()) : Optional.empty();
    }

    /** The elements of an array field; nothing where it is none. */
    public static List<JsonNode> list(JsonNode object, String... names) {
        JsonNode value = field(object, names);
        return value.isArray() ? value.valueStream().toList() : List.of();
    }
}
