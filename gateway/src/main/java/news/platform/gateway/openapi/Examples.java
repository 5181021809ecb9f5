package news.platform.gateway.openapi;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values that keep the rules of their fields, made from types and rules alone. */
final class Examples {

    private static final List<String> TEXTS = List.of("text", "en", "A1", "https://example.com/", "12", "");
    private static final int MAX_DEPTH = 3;

    private Examples() {}

    static Map<String, Object> object(Collection<FieldDescriptor> fields) {
        return object(fields, 1);
    }

    private static Map<String, Object> object(Collection<FieldDescriptor> fields, int depth) {
        var example = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var value = field(field, depth);
            if (value != null && field.getRealContainingOneof() == null) {
                example.put(field.getJsonName(), value);
            }
        }
        return example;
    }

    private static @Nullable Object field(FieldDescriptor field, int depth) {
        if (field.isMapField()) {
            return Map.of();
        }
        if (!field.isRepeated()) {
            return single(field, FieldRules.of(field), depth);
        }
        var item = single(field, FieldRules.of(field).getRepeated().getItems(), depth);
        return item == null ? List.of() : List.of(item);
    }

    private static @Nullable Object single(FieldDescriptor field, build.buf.validate.FieldRules rules, int depth) {
        return switch (field.getJavaType()) {
            case STRING -> text(rules.getString());
            case BYTE_STRING -> "";
            case BOOLEAN -> false;
            case INT -> number(rules);
            case LONG -> "1";
            case FLOAT, DOUBLE -> 1.5;
            case ENUM -> field.getEnumType().getValues().getLast().getName();
            case MESSAGE -> message(field, depth);
        };
    }

    /** Zero is allowed nearly everywhere; where it is not, the lowest that is. */
    private static Object number(build.buf.validate.FieldRules rules) {
        return rules.hasInt32() && rules.getInt32().hasGte()
                ? Math.max(0, rules.getInt32().getGte())
                : 0;
    }

    private static String text(build.buf.validate.StringRules rules) {
        if (rules.getInCount() > 0) {
            return rules.getIn(0);
        }
        if (rules.getEmail()) {
            return "name@example.com";
        }
        if (FieldRules.isUrl(rules)) {
            return "https://example.com/";
        }
        var pattern = Pattern.compile(rules.hasPattern() ? rules.getPattern() : "");
        var text = TEXTS.stream()
                .filter(candidate ->
                        !rules.hasPattern() || pattern.matcher(candidate).find())
                .findFirst()
                .orElse("text");
        return text.length() < rules.getMinLen() ? text.repeat((int) rules.getMinLen()) : text;
    }

    private static @Nullable Object message(FieldDescriptor field, int depth) {
        return switch (field.getMessageType().getFullName()) {
            case "google.protobuf.Timestamp" -> "2026-01-31T09:30:00Z";
            case "google.protobuf.Duration" -> "1.5s";
            default ->
                field.getMessageType().getFullName().startsWith("google.") || depth >= MAX_DEPTH
                        ? null
                        : object(field.getMessageType().getFields(), depth + 1);
        };
    }
}
