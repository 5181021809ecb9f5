package news.platform.policy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.platform.edge.v1.MethodPolicy;
import news.platform.edge.v1.Purge;

/** Puts an operator's values into the policy message of a method. */
final class PolicyOverride {
    private static final Set<String> OFF = Set.of("off", "false", "none");

    private PolicyOverride() {}

    static Policy apply(String method, Map<String, String> fields) {
        try {
            MethodDescriptor descriptor = Contracts.method(method);
            MethodPolicy.Builder policy = Policy.stated(descriptor).toBuilder();
            // sorted, so that cache=off comes before cache.max-age
            new TreeMap<>(fields).forEach((field, value) -> set(policy, field, field, value.strip()));
            return Policy.of(policy.build(), descriptor);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("policy override of " + method + ": " + e.getMessage(), e);
        }
    }

    private static void set(Message.Builder builder, String path, String field, String value) {
        int dot = path.indexOf('.');
        FieldDescriptor descriptor =
                field(builder.getDescriptorForType(), dot < 0 ? path : path.substring(0, dot), field);
        if (dot >= 0) {
            Checks.require(isPart(descriptor), field, "unknown field", "a field of policy.proto");
            set(builder.getFieldBuilder(descriptor), path.substring(dot + 1), field, value);
        } else if (isPart(descriptor)) {
            Checks.require(OFF.contains(value.toLowerCase(Locale.ROOT)), field, value, "off, or one of its fields");
            builder.clearField(descriptor);
        } else if (descriptor.isRepeated()) {
            builder.setField(descriptor, elements(descriptor, field, value));
        } else {
            builder.setField(descriptor, value(descriptor, field, value));
        }
    }

    private static boolean isPart(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && !field.isRepeated()
                && !field.getMessageType().equals(Duration.getDescriptor());
    }

    private static FieldDescriptor field(Descriptor message, String name, String path) {
        String plain = plain(name);
        return message.getFields().stream()
                .filter(candidate -> plain(candidate.getName()).equals(plain))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(path + ": unknown field (expected: one of "
                        + message.getFields().stream()
                                .map(FieldDescriptor::getName)
                                .toList() + ")"));
    }

    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static List<Object> elements(FieldDescriptor descriptor, String field, String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .map(element -> value(descriptor, field, element))
                .toList();
    }

    private static Object value(FieldDescriptor descriptor, String field, String value) {
        try {
            return switch (descriptor.getJavaType()) {
                case ENUM -> enumValue(descriptor, field, value);
                case INT -> positive(field, value);
                case STRING -> value;
                case BOOLEAN -> bool(field, value);
                case MESSAGE -> message(descriptor, value);
                case LONG, FLOAT, DOUBLE, BYTE_STRING ->
                    throw new IllegalArgumentException(field + ": cannot be overridden");
            };
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(field + ": " + value + " (expected: a duration as 500ms or 2s)", e);
        }
    }

    private static Object message(FieldDescriptor descriptor, String value) {
        if (descriptor.getMessageType().equals(Duration.getDescriptor())) {
            return Durations.parse(value);
        }
        boolean all = value.endsWith(":all");
        String event = all ? value.substring(0, value.length() - ":all".length()) : value;
        return Purge.newBuilder().setEvent(event).setAll(all).build();
    }

    private static Integer positive(String field, String value) {
        Checks.require(value.matches("[1-9]\\d{0,8}"), field, value, "a whole number >= 1");
        return Integer.valueOf(value);
    }

    private static Boolean bool(String field, String value) {
        Checks.require(value.equals("true") || value.equals("false"), field, value, "true or false");
        return Boolean.valueOf(value);
    }

    private static EnumValueDescriptor enumValue(FieldDescriptor descriptor, String field, String value) {
        List<EnumValueDescriptor> values = descriptor.getEnumType().getValues();
        String prefix = values.getFirst().getName().replaceFirst("UNSPECIFIED$", "");
        String name = value.replace('-', '_').toUpperCase(Locale.ROOT);
        return values.stream()
                .filter(candidate -> candidate.getNumber() != 0)
                .filter(candidate ->
                        candidate.getName().equals(name) || candidate.getName().equals(prefix + name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(field + ": " + value + " (expected: one of "
                        + values.stream()
                                .skip(1)
                                .map(known -> known.getName().substring(prefix.length()))
                                .toList() + ")"));
    }
}
