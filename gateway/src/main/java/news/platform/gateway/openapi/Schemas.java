package news.platform.gateway.openapi;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.GenericDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.platform.gateway.contract.Comments;

/** Messages and enums as named schemas, each written once, by the proto3 JSON mapping. For one document, one thread. */
final class Schemas {

    private static final String REF = "#/components/schemas/";

    private final Comments comments;
    private final Set<String> answered;
    private final Map<String, Object> named = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** @param answered full names of the messages that only answers hold: all their plain fields are always there */
    Schemas(Comments comments, Set<String> answered) {
        this.comments = comments;
        this.answered = answered;
    }

    /** All that has been referred to so far, by name. */
    Map<String, Object> named() {
        return named;
    }

    Map<String, Object> ref(Descriptor message) {
        var name = name(message);
        if (!named.containsKey(name)) {
            named.put(name, Map.of());
            named.put(
                    name,
                    object(
                            message.getFields(),
                            comments.of(message.getFullName()),
                            answered.contains(message.getFullName())));
        }
        return Map.of("$ref", REF + name);
    }

    /** The fields of a request that its body holds, under a name of its own. */
    Map<String, Object> body(Descriptor request, Collection<FieldDescriptor> fields) {
        var name = request.getName().replaceFirst("Request$", "") + "Body";
        named.put(name, object(fields, "Body of " + request.getName().replaceFirst("Request$", "") + ".", false));
        return Map.of("$ref", REF + name);
    }

    private Map<String, Object> object(Collection<FieldDescriptor> fields, String comment, boolean answer) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var field : fields) {
            properties.put(field.getJsonName(), property(field));
            if (answer ? !field.hasPresence() : FieldRules.required(field)) {
                required.add(field.getJsonName());
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        describe(schema, comment);
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (!answer) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    /** A field with its comment and its rules. */
    Map<String, Object> property(FieldDescriptor field) {
        var schema = new LinkedHashMap<>(field(field));
        var rules = FieldRules.of(field);
        FieldRules.add(rules, schema);
        var words = FieldRules.words(field);
        var comment = comments.of(field.getFullName());
        describe(schema, words.isEmpty() ? comment : comment + " Rule: " + words + ".");
        return schema;
    }

    private Map<String, Object> field(FieldDescriptor field) {
        if (field.isMapField()) {
            var value = field.getMessageType().findFieldByName("value");
            return Map.of("type", "object", "additionalProperties", single(value));
        }
        if (!field.isRepeated()) {
            return single(field);
        }
        var items = new LinkedHashMap<>(single(field));
        FieldRules.add(FieldRules.of(field).getRepeated().getItems(), items);
        return Map.of("type", "array", "items", items);
    }

    private Map<String, Object> single(FieldDescriptor field) {
        return switch (field.getType()) {
            case STRING -> Map.of("type", "string");
            case BYTES -> Map.of("type", "string", "contentEncoding", "base64");
            case BOOL -> Map.of("type", "boolean");
            case INT32, SINT32, SFIXED32 -> Map.of("type", "integer", "format", "int32");
            case UINT32, FIXED32 -> Map.of("type", "integer", "format", "int64", "minimum", 0);
            case INT64, SINT64, SFIXED64, UINT64, FIXED64 -> Map.of("type", "string", "format", "int64");
            case FLOAT -> Map.of("type", "number", "format", "float");
            case DOUBLE -> Map.of("type", "number", "format", "double");
            case ENUM -> ref(field.getEnumType());
            case MESSAGE, GROUP -> message(field.getMessageType());
        };
    }

    private Map<String, Object> message(Descriptor message) {
        return switch (message.getFullName()) {
            case "google.protobuf.Timestamp" -> Map.of("type", "string", "format", "date-time");
            case "google.protobuf.Duration" -> Map.of("type", "string", "pattern", "^-?[0-9]+(\\.[0-9]{1,9})?s$");
            case "google.protobuf.FieldMask" -> Map.of("type", "string");
            case "google.protobuf.Struct", "google.protobuf.Any" -> Map.of("type", "object");
            case "google.protobuf.ListValue" -> Map.of("type", "array", "items", Map.of());
            case "google.protobuf.Value", "google.api.HttpBody" -> Map.of();
            case "google.protobuf.StringValue", "google.protobuf.BytesValue" ->
                Map.of("type", List.of("string", "null"));
            case "google.protobuf.BoolValue" -> Map.of("type", List.of("boolean", "null"));
            case "google.protobuf.Int64Value", "google.protobuf.UInt64Value" ->
                Map.of("type", List.of("string", "null"), "format", "int64");
            case "google.protobuf.Int32Value", "google.protobuf.UInt32Value" ->
                Map.of("type", List.of("integer", "null"));
            case "google.protobuf.FloatValue", "google.protobuf.DoubleValue" ->
                Map.of("type", List.of("number", "null"));
            default -> ref(message);
        };
    }

    private Map<String, Object> ref(EnumDescriptor type) {
        var name = name(type);
        named.computeIfAbsent(name, _ -> enumeration(type));
        return Map.of("$ref", REF + name);
    }

    private Map<String, Object> enumeration(EnumDescriptor type) {
        var text = new StringBuilder(comments.of(type.getFullName()));
        type.getValues().forEach(value -> {
            var scope = type.getContainingType() == null
                    ? type.getFile().getPackage()
                    : type.getContainingType().getFullName();
            var typeComment = comments.of(type.getFullName() + "." + value.getName());
            var comment = typeComment.isEmpty() ? comments.of(scope + "." + value.getName()) : typeComment;
            if (!comment.isEmpty()) {
                text.append("\n- ").append(value.getName()).append(": ").append(comment);
            }
        });
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "string");
        schema.put(
                "enum", type.getValues().stream().map(value -> value.getName()).toList());
        describe(schema, text.toString());
        return schema;
    }

    /** The simple name, or the full one where another type has the simple one already. */
    private String name(GenericDescriptor type) {
        var simple = type.getName();
        var owner = names.putIfAbsent(simple, type.getFullName());
        return owner == null || owner.equals(type.getFullName()) ? simple : type.getFullName();
    }

    /** Whether a value of the field is written as one text or number. */
    boolean isPlain(FieldDescriptor field) {
        return field.getJavaType() != JavaType.MESSAGE
                || !message(field.getMessageType()).containsKey("$ref");
    }

    private static void describe(Map<String, Object> schema, String comment) {
        if (!comment.isEmpty()) {
            schema.put("description", comment);
        }
    }
}
