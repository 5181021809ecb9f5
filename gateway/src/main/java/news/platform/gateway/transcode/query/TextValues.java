package news.platform.gateway.transcode.query;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import java.nio.charset.StandardCharsets;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.problem.ProblemException;
import news.platform.gateway.transcode.json.Json;
import news.platform.gateway.transcode.json.JsonKind;
import news.platform.gateway.transcode.json.NumberText;
import news.platform.gateway.transcode.json.ValueText;
import org.jspecify.annotations.Nullable;

/** Text from a query or a path becomes the value of a field, or a 400 that names the field. */
final class TextValues {

    private static final String WRAPPED = "value";

    private final Json json;

    TextValues(Json json) {
        this.json = json;
    }

    /**
     * @param field one value of it
     * @param path as clients write it
     * @param builder makes the field's message where it is one
     */
    Object parse(FieldDescriptor field, String path, String text, Message.@Nullable Builder builder) {
        var value = builder == null ? scalar(field, text) : message(field, path, text, builder);
        if (value == null) {
            var kind = JsonKind.of(field);
            var expected = kind == JsonKind.NUMBER && field.getJavaType() != JavaType.MESSAGE
                    ? NumberText.phrase(field)
                    : kind.phrase();
            throw Problem.field(path, "must be " + expected).asException();
        }
        return value;
    }

    private @Nullable Object scalar(FieldDescriptor field, String text) {
        return switch (field.getJavaType()) {
            case STRING -> text;
            case BYTE_STRING -> ValueText.bytes(text);
            case BOOLEAN -> ValueText.bool(text);
            case ENUM -> ValueText.enumValue(field, text);
            case INT, LONG, FLOAT, DOUBLE -> NumberText.parse(field, text);
            case MESSAGE -> throw new IllegalArgumentException(field + ": expected a scalar");
        };
    }

    private @Nullable Object message(FieldDescriptor field, String path, String text, Message.Builder builder) {
        return switch (JsonKind.of(field)) {
            case TIME -> ValueText.time(text);
            case DURATION -> ValueText.duration(text);
            case FIELD_MASK -> ValueText.fieldMask(text);
            case TEXT, BYTES, BOOL, NUMBER -> wrapped(text, builder);
            case ANYTHING -> freeJson(path, "{\"a\":" + text + "}").getFieldsOrDefault("a", null);
            case OBJECT -> field.getMessageType().equals(Struct.getDescriptor()) ? freeJson(path, text) : null;
            case ARRAY -> list(path, text);
            case ENUM, MESSAGE -> null;
        };
    }

    private @Nullable Object wrapped(String text, Message.Builder builder) {
        var inner = builder.getDescriptorForType().findFieldByName(WRAPPED);
        var value = scalar(inner, text);
        return value == null ? null : builder.setField(inner, value).build();
    }

    private Struct freeJson(String path, String text) {
        var builder = Struct.newBuilder();
        try {
            json.read(text.getBytes(StandardCharsets.UTF_8), builder);
        } catch (ProblemException e) {
            throw Problem.field(path, "must be a JSON value").asException();
        }
        return builder.build();
    }

    private @Nullable ListValue list(String path, String text) {
        var value = freeJson(path, "{\"a\":" + text + "}").getFieldsOrDefault("a", null);
        return value == null || !value.hasListValue() ? null : value.getListValue();
    }
}
