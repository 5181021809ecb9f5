package news.platform.messaging;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import news.platform.event.v1.Event;

/**
 * What the event option of a message says.
 *
 * @param name the CloudEvents type, {@code news.<domain>.<aggregate>.<fact>.v<N>}
 * @param topic the same without the fact
 */
record EventType(String name, String topic, FieldDescriptor subjectField, FieldDescriptor versionField) {
    static EventType of(Descriptor descriptor) {
        if (!descriptor.getOptions().hasExtension(Event.event)) {
            throw new IllegalArgumentException(
                    descriptor.getFullName() + ": not an event (expected: option" + " (news.platform.event.v1.event))");
        }
        var option = descriptor.getOptions().getExtension(Event.event);
        return new EventType(
                option.getType(),
                topic(descriptor, option.getType()),
                field(descriptor, option.getSubjectField(), FieldDescriptor.JavaType.STRING),
                field(descriptor, option.getVersionField(), FieldDescriptor.JavaType.LONG));
    }

    String subject(Message event) {
        return (String) event.getField(subjectField);
    }

    long version(Message event) {
        return (Long) event.getField(versionField);
    }

    private static String topic(Descriptor descriptor, String type) {
        String[] parts = type.split("\\.", -1);
        if (parts.length != 5 || !parts[0].equals("news") || !parts[4].matches("v[0-9]+")) {
            throw new IllegalArgumentException(
                    descriptor.getFullName() + ": type " + type + " (expected: news.<domain>.<aggregate>.<fact>.v<N>)");
        }
        return String.join(".", parts[0], parts[1], parts[2], parts[4]);
    }

    private static FieldDescriptor field(Descriptor descriptor, String name, FieldDescriptor.JavaType type) {
        FieldDescriptor field = descriptor.findFieldByName(name);
        if (field == null || field.getJavaType() != type || field.isRepeated()) {
            throw new IllegalArgumentException(descriptor.getFullName() + ": event field \"" + name
                    + "\" (expected: a single " + type + " field)");
        }
        return field;
    }
}
