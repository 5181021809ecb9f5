package news.platform.gateway.openapi;

import build.buf.validate.Ignore;
import build.buf.validate.Int32Rules;
import build.buf.validate.Int64Rules;
import build.buf.validate.RepeatedRules;
import build.buf.validate.Rule;
import build.buf.validate.StringRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of {@code buf.validate} in the words of JSON Schema. */
final class FieldRules {

    private static final build.buf.validate.FieldRules NONE = build.buf.validate.FieldRules.getDefaultInstance();

    private FieldRules() {}

    static build.buf.validate.FieldRules of(FieldDescriptor field) {
        return field.getOptions().hasExtension(ValidateProto.field)
                ? field.getOptions().getExtension(ValidateProto.field)
                : NONE;
    }

    /** Whether a request without the field is refused. */
    static boolean required(FieldDescriptor field) {
        var rules = of(field);
        boolean emptyCounts = !field.hasPresence() && rules.getIgnore() == Ignore.IGNORE_UNSPECIFIED;
        return rules.getRequired()
                || emptyCounts && rules.hasString() && refusesEmpty(rules.getString())
                || emptyCounts
                        && rules.hasEnum()
                        && rules.getEnum().getNotInList().contains(0)
                || emptyCounts && rules.hasRepeated() && rules.getRepeated().getMinItems() > 0;
    }

    private static boolean refusesEmpty(StringRules rules) {
        return rules.getMinLen() > 0
                || rules.getWellKnownCase() != StringRules.WellKnownCase.WELLKNOWN_NOT_SET
                || rules.getInCount() > 0 && !rules.getInList().contains("")
                || !rules.getConst().isEmpty()
                || !Pattern.compile(rules.getPattern()).matcher("").find();
    }

    /** What the rules say in words, empty for nothing. */
    static String words(FieldDescriptor field) {
        return Stream.concat(
                        of(field).getCelList().stream(), predefined(of(field).getString()))
                .map(Rule::getMessage)
                .filter(message -> !message.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** Whether a text is an address: by the library's rule, or by one of the contract's, whose names end in "_url". */
    static boolean isUrl(StringRules rules) {
        return rules.getUri() || ours(rules).anyMatch(rule -> rule.getName().endsWith("_url"));
    }

    private static Stream<Rule> predefined(StringRules rules) {
        return ours(rules)
                .flatMap(rule -> rule.getOptions().getExtension(ValidateProto.predefined).getCelList().stream());
    }

    /** The rules that the contract adds to those of the library and that hold for this text. */
    private static Stream<FieldDescriptor> ours(StringRules rules) {
        return rules.getAllFields().entrySet().stream()
                .filter(rule -> rule.getKey().isExtension() && Boolean.TRUE.equals(rule.getValue()))
                .map(Map.Entry::getKey);
    }

    /** Adds the rules of one value, of a list too, to its schema. */
    static void add(build.buf.validate.FieldRules rules, Map<String, Object> schema) {
        switch (rules.getTypeCase()) {
            case STRING -> string(rules.getString(), schema);
            case INT32 -> int32(rules.getInt32(), schema);
            case INT64 -> int64(rules.getInt64(), schema);
            case REPEATED -> repeated(rules.getRepeated(), schema);
            default -> {
                // the remaining kinds have no rules that a schema could carry
            }
        }
    }

    private static void string(StringRules rules, Map<String, Object> schema) {
        put(schema, "minLength", rules.hasMinLen(), rules.getMinLen());
        put(schema, "maxLength", rules.hasMaxLen(), rules.getMaxLen());
        put(schema, "maxLength", rules.hasMaxBytes(), rules.getMaxBytes());
        put(schema, "pattern", rules.hasPattern(), rules.getPattern());
        put(schema, "enum", rules.getInCount() > 0, rules.getInList());
        put(schema, "const", rules.hasConst(), rules.getConst());
        put(schema, "format", rules.getEmail(), "email");
        put(schema, "format", isUrl(rules), "uri");
        put(schema, "format", rules.getUuid(), "uuid");
    }

    private static void int32(Int32Rules rules, Map<String, Object> schema) {
        put(schema, "minimum", rules.hasGte(), rules.getGte());
        put(schema, "exclusiveMinimum", rules.hasGt(), rules.getGt());
        put(schema, "maximum", rules.hasLte(), rules.getLte());
        put(schema, "exclusiveMaximum", rules.hasLt(), rules.getLt());
        put(schema, "enum", rules.getInCount() > 0, rules.getInList());
    }

    private static void int64(Int64Rules rules, Map<String, Object> schema) {
        put(schema, "minimum", rules.hasGte(), rules.getGte());
        put(schema, "maximum", rules.hasLte(), rules.getLte());
    }

    private static void repeated(RepeatedRules rules, Map<String, Object> schema) {
        put(schema, "minItems", rules.hasMinItems(), rules.getMinItems());
        put(schema, "maxItems", rules.hasMaxItems(), rules.getMaxItems());
        put(schema, "uniqueItems", rules.getUnique(), true);
    }

    private static void put(Map<String, Object> schema, String name, boolean said, Object value) {
        if (said) {
            schema.put(name, value);
        }
    }
}
