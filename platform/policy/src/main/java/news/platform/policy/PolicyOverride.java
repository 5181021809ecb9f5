package news.platform.policy;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Message;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.MethodPolicy;

/** Puts an operator's values into the policy message of a method: what may be changed, and only in its direction. */
final class PolicyOverride {
    /** What does not change the meaning of a method. In the words of policy.proto. */
    private static final List<String> FIELDS = List.of(
            "access",
            "roles",
            "priority",
            "deadline",
            "max_concurrent",
            "fallback",
            "rate",
            "cache.max_age",
            "cache.longest_age",
            "cache.stale_while_revalidate",
            "cache.stale_if_error",
            "cache.negative_max_age");

    /** Each lets in fewer than the one before. A signature is another door, not a narrower one. */
    private static final List<Access> EVER_STRICTER = List.of(
            Access.ACCESS_PUBLIC,
            Access.ACCESS_OPTIONAL,
            Access.ACCESS_USER,
            Access.ACCESS_ROLES,
            Access.ACCESS_INTERNAL);

    private static final String CACHE = "cache.";

    private PolicyOverride() {}

    static Policy apply(String method, Map<String, String> fields) {
        try {
            MethodDescriptor descriptor = Contracts.method(method);
            MethodPolicy stated = Policy.stated(descriptor);
            MethodPolicy.Builder policy = stated.toBuilder();
            // sorted, so that what cache.max-age=0s takes away is not set afterwards
            new TreeMap<>(fields).forEach((field, value) -> set(policy, field, value.strip()));
            requireStricter(stated, policy.build());
            requireConsistent(descriptor, policy.build());
            return Policy.of(policy.build(), descriptor);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("policy override of " + method + ": " + e.getMessage(), e);
        }
    }

    private static void set(MethodPolicy.Builder policy, String field, String value) {
        String path = FIELDS.stream()
                .filter(known -> plain(known).equals(plain(field)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        field + ": cannot be overridden (expected: one of " + String.join(", ", FIELDS) + ")"));
        if (!path.startsWith(CACHE)) {
            put(policy, path, field, value);
            return;
        }
        Checks.require(policy.hasCache(), field, value, "only for a method whose answers are kept");
        put(policy.getCacheBuilder(), path.substring(CACHE.length()), field, value);
        if (path.equals("cache.max_age")
                && Durations.of(policy.getCache().getMaxAge()).isZero()) {
            policy.clearCache();
        }
    }

    private static void put(Message.Builder part, String name, String field, String value) {
        FieldDescriptor descriptor = part.getDescriptorForType().findFieldByName(name);
        part.setField(descriptor, descriptor.isRepeated() ? elements(value) : value(descriptor, field, value));
    }

    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static List<String> elements(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private static Object value(FieldDescriptor descriptor, String field, String value) {
        try {
            return switch (descriptor.getJavaType()) {
                case ENUM -> enumValue(descriptor, field, value);
                case INT -> positive(field, value);
                case MESSAGE -> Durations.parse(value);
                case STRING, BOOLEAN, LONG, FLOAT, DOUBLE, BYTE_STRING ->
                    throw new IllegalArgumentException(field + ": cannot be overridden");
            };
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(field + ": " + value + " (expected: a duration as 500ms or 2s)", e);
        }
    }

    private static Integer positive(String field, String value) {
        Checks.require(value.matches("[1-9]\\d{0,8}"), field, value, "a whole number >= 1");
        return Integer.valueOf(value);
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

    /** What the contract closes no operator opens: that takes a release. */
    private static void requireStricter(MethodPolicy stated, MethodPolicy wanted) {
        Access from = Policy.access(stated);
        Access to = Policy.access(wanted);
        boolean sameDoor = from == to || (from == Access.ACCESS_SIGNED && to == Access.ACCESS_ROLES);
        Checks.require(
                sameDoor || (EVER_STRICTER.contains(from) && EVER_STRICTER.indexOf(to) > EVER_STRICTER.indexOf(from)),
                "access",
                to,
                "nothing looser than " + from + ", which the contract states");
        boolean hasRoles = from == Access.ACCESS_ROLES || from == Access.ACCESS_SIGNED;
        Checks.require(
                !hasRoles || stated.getRolesList().containsAll(wanted.getRolesList()),
                "roles",
                wanted.getRolesList(),
                "some of " + stated.getRolesList() + ", which the contract states");
    }

    private static void requireConsistent(MethodDescriptor method, MethodPolicy policy) {
        List<PolicyRules.Violation> violations = PolicyRules.violations(method, policy);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(
                    violations.stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
    }
}
