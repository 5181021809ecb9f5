package news.platform.gateway.contract;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The way from a message to one of its fields.
 *
 * @param fields from the outermost to the field itself, at least one; all but the last are messages
 */
public record FieldPath(List<FieldDescriptor> fields) {

    public FieldPath {
        fields = List.copyOf(fields);
    }

    /** Empty where there is no such field; lists may be on the way, maps may not. */
    public static Optional<FieldPath> of(Descriptor message, String protoPath) {
        var fields = new ArrayList<FieldDescriptor>();
        var in = Optional.of(message);
        for (var name : protoPath.split("\\.", -1)) {
            var field = in.map(type -> type.findFieldByName(name));
            if (field.isEmpty()) {
                return Optional.empty();
            }
            fields.add(field.get());
            in = field.filter(one -> one.getJavaType() == JavaType.MESSAGE && !one.isMapField())
                    .map(FieldDescriptor::getMessageType);
        }
        return Optional.of(new FieldPath(fields));
    }

    public FieldDescriptor last() {
        return fields.getLast();
    }

    /** As clients write it: lowerCamelCase. */
    public String text() {
        return fields.stream().map(FieldDescriptor::getJsonName).collect(Collectors.joining("."));
    }
}
