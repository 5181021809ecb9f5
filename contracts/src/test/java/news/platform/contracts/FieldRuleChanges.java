package news.platform.contracts;

import build.buf.validate.FieldRules;
import build.buf.validate.Ignore;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the rules of a request's field became stricter, so that what was accepted is refused. */
final class FieldRuleChanges {
    private static final Set<String> LOWER_BOUNDS =
            Set.of("min_len", "min_bytes", "min_items", "min_pairs", "gt", "gte");
    private static final Set<String> UPPER_BOUNDS =
            Set.of("max_len", "max_bytes", "max_items", "max_pairs", "lt", "lte");

    private FieldRuleChanges() {}

    /** By which rules the field now refuses what it took; empty when by none. */
    static List<String> stricter(FieldDescriptor before, FieldDescriptor after) {
        Map<String, Object> were = flat(before);
        Map<String, Object> are = flat(after);
        return are.entrySet().stream()
                .filter(rule -> isStricter(rule.getKey(), were.get(rule.getKey()), rule.getValue()))
                .map(rule -> rule.getKey() + (were.containsKey(rule.getKey()) ? " became stricter" : " is new"))
                .sorted()
                .toList();
    }

    /** By which rules a field that is new refuses a client that does not know it; empty when by none. */
    static List<String> demanded(FieldDescriptor field) {
        if (field.hasPresence() && !rules(field).getRequired()
                || rules(field).getIgnore() == Ignore.IGNORE_IF_ZERO_VALUE) {
            return List.of();
        }
        return flat(field).entrySet().stream()
                .filter(rule -> rule.getKey().equals("required")
                        || (!rule.getKey().contains(".items.")
                                && LOWER_BOUNDS.contains(last(rule.getKey()))
                                && number(rule.getValue()).signum() > 0))
                .map(rule -> rule.getKey() + " demands a field that is new")
                .sorted()
                .toList();
    }

    private static boolean isStricter(String rule, @Nullable Object before, Object after) {
        if (before == null || after.equals(before) || after.equals(false)) {
            return before == null && !after.equals(false);
        }
        String name = last(rule);
        if (LOWER_BOUNDS.contains(name)) {
            return number(after).compareTo(number(before)) > 0;
        }
        if (UPPER_BOUNDS.contains(name)) {
            return number(after).compareTo(number(before)) < 0;
        }
        if (name.equals("in") && before instanceof List<?> were && after instanceof List<?> are) {
            return !Set.copyOf(are).containsAll(were);
        }
        if (name.equals("not_in") && before instanceof List<?> were && after instanceof List<?> are) {
            return !Set.copyOf(were).containsAll(are);
        }
        // a pattern or an expression: whether it lets through what the old one did cannot be told
        return true;
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }

    private static String last(String rule) {
        return rule.substring(rule.lastIndexOf('.') + 1);
    }

    private static FieldRules rules(FieldDescriptor field) {
        return field.getOptions().getExtension(ValidateProto.field);
    }

    private static Map<String, Object> flat(FieldDescriptor field) {
        Map<String, Object> flat = new HashMap<>();
        flatten(rules(field), "", flat);
        return flat;
    }

    private static void flatten(Message rules, String prefix, Map<String, Object> flat) {
        rules.getAllFields().forEach((rule, value) -> {
            String path = prefix + rule.getName();
            if (!rule.isRepeated() && value instanceof Message inner) {
                flatten(inner, path + ".", flat);
            } else {
                flat.put(path, value);
            }
        });
    }
}
