package news.platform.grpc.resource;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;

/**
 * Which fields an Update replaces: those that its mask names; with an empty mask, those that are set. A field that is named
 * but not set is cleared. Immutable.
 */
public final class Changed {
    private final Descriptor type;
    private final Set<String> fields;

    private Changed(Descriptor type, Set<String> fields) {
        this.type = type;
        this.fields = fields;
    }

    /**
     * What this update replaces.
     *
     * @param change the new values, each field one that tells whether it is set
     * @param field the request's field that holds them, in lowerCamelCase
     * @param kept the fields that cannot be cleared, as the proto names them
     * @throws DomainException INVALID_FIELD where the mask names what is no field, or what cannot be cleared and is not set
     */
    public static Changed of(Message change, FieldMask mask, String field, String... kept) {
        var type = change.getDescriptorForType();
        var fields = new HashSet<>(mask.getPathsList());
        if (fields.isEmpty()) {
            change.getAllFields().keySet().forEach(set -> fields.add(set.getName()));
        }
        for (var path : mask.getPathsList()) {
            if (type.findFieldByName(path) == null) {
                throw DomainException.field(
                        PlatformReason.INVALID_FIELD, "updateMask", path + " (expected: " + names(type) + ")");
            }
        }
        for (var name : kept) {
            var required = field(type, name);
            if (fields.contains(name) && !change.hasField(required)) {
                throw DomainException.field(
                        PlatformReason.INVALID_FIELD,
                        field + "." + required.getJsonName(),
                        "named in the mask but not set (expected: a value)");
            }
        }
        return new Changed(type, Set.copyOf(fields));
    }

    /**
     * The field's new value; empty where it stays.
     *
     * @param name as the proto names it
     * @param value what the message has, the default where it is to be cleared
     */
    public <T> Optional<T> value(String name, T value) {
        return fields.contains(field(type, name).getName()) ? Optional.of(value) : Optional.empty();
    }

    /** The same for a list, which is replaced whole. */
    public <T> Optional<List<T>> values(String name, List<T> values) {
        return value(name, List.copyOf(values));
    }

    private static FieldDescriptor field(Descriptor type, String name) {
        var field = type.findFieldByName(name);
        if (field == null) {
            throw new IllegalArgumentException(
                    "field of " + type.getFullName() + ": " + name + " (expected: " + names(type) + ")");
        }
        return field;
    }

    private static String names(Descriptor type) {
        return type.getFields().stream().map(FieldDescriptor::getJsonName).collect(Collectors.joining(", "));
    }
}
