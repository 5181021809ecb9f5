package news.platform.rule;

import build.buf.protovalidate.Violation;
import build.buf.validate.FieldRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The validator's words, but where those say only what is wrong, what would be right. */
final class RuleWords {
    private static final String REQUIRED = "required";
    private static final String PATTERN = "string.pattern";

    private RuleWords() {}

    static String of(String ruleId, FieldDescriptor field, Violation violation) {
        var said = violation.toProto().getMessage();
        var rules = rules(field);
        if (field.getJavaType() == JavaType.ENUM && (ruleId.startsWith("enum.") || ruleId.equals(REQUIRED))) {
            return (ruleId.equals(REQUIRED) || isMissing(violation.getFieldValue())
                            ? "value is required; "
                            : "must be ")
                    + "one of " + names(field, rules);
        }
        if (ruleId.equals(PATTERN)) {
            return PatternWords.of(rules.getString().getPattern())
                    .map(words -> "must be " + words)
                    .orElse(said);
        }
        return ruleId.equals(REQUIRED) ? said + range(rules) : said;
    }

    /** Of each element, where the field is a list. */
    private static FieldRules rules(FieldDescriptor field) {
        var stated = field.getOptions().getExtension(ValidateProto.field);
        return field.isRepeated() ? stated.getRepeated().getItems() : stated;
    }

    private static boolean isMissing(Violation.@Nullable FieldValue value) {
        return value != null
                && (value.getValue() instanceof EnumValueDescriptor named && named.getNumber() == 0
                        || value.getValue() instanceof Number number && number.longValue() == 0);
    }

    private static String names(FieldDescriptor field, FieldRules rules) {
        var refused = rules.getEnum().getNotInList();
        return field.getEnumType().getValues().stream()
                .filter(value -> !refused.contains(value.getNumber()))
                .map(EnumValueDescriptor::getName)
                .collect(Collectors.joining(", "));
    }

    /** What a number may be, where it has a least and a greatest. */
    private static String range(FieldRules rules) {
        return rules.getAllFields().values().stream()
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .filter(kind -> has(kind, "gte") && has(kind, "lte"))
                .map(kind -> "; " + value(kind, "gte") + " to " + value(kind, "lte"))
                .findFirst()
                .orElse("");
    }

    private static boolean has(Message rules, String bound) {
        var field = rules.getDescriptorForType().findFieldByName(bound);
        return field != null && field.getJavaType() != JavaType.MESSAGE && rules.hasField(field);
    }

    private static Object value(Message rules, String bound) {
        return rules.getField(rules.getDescriptorForType().findFieldByName(bound));
    }
}
