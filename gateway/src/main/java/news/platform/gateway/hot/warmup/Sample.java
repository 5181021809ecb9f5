package news.platform.gateway.hot.warmup;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;

/** Fills a message so that rendering it does what rendering an answer does. */
final class Sample {

    private static final int DEPTH = 3;
    private static final int ELEMENTS = 3;
    private static final String TEXT = "Markets were calm, \"as expected\", said <everybody>. ".repeat(4);

    private Sample() {}

    static Message of(Message empty) {
        return fill(empty.newBuilderForType(), DEPTH).build();
    }

    private static Message.Builder fill(Message.Builder builder, int depth) {
        for (FieldDescriptor field : builder.getDescriptorForType().getFields()) {
            if (field.isMapField() || field.getContainingOneof() != null) {
                continue;
            }
            if (field.getJavaType() == JavaType.STRING) {
                set(builder, field, TEXT);
            } else if (field.getJavaType() == JavaType.MESSAGE && depth > 0 && !isWellKnown(field)) {
                set(
                        builder,
                        field,
                        fill(builder.newBuilderForField(field), depth - 1).build());
            }
        }
        return builder;
    }

    private static void set(Message.Builder builder, FieldDescriptor field, Object value) {
        if (!field.isRepeated()) {
            builder.setField(field, value);
            return;
        }
        for (int i = 0; i < ELEMENTS; i++) {
            builder.addRepeatedField(field, value);
        }
    }

    /** Times and the like are valid when they are empty, and not with any other text in them. */
    private static boolean isWellKnown(FieldDescriptor field) {
        return field.getMessageType().getFullName().startsWith("google.");
    }
}
