package news.platform.gateway.transcode.query;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.util.HashSet;
import java.util.Set;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.transcode.json.FieldNames;
import news.platform.gateway.transcode.json.JsonKind;
import org.jspecify.annotations.Nullable;

/** One request's query on its way into the request message. */
final class QueryTarget {

    private static final int MAX_DEPTH = 10;

    private final Message.Builder request;
    private final HttpBinding binding;
    private final FieldNames names;
    private final TextValues values;
    private final Set<String> seen = new HashSet<>();

    QueryTarget(Message.Builder request, HttpBinding binding, FieldNames names, TextValues values) {
        this.request = request;
        this.binding = binding;
        this.names = names;
        this.values = values;
    }

    void set(String name, String text) {
        int bracket = name.indexOf('[');
        var key = bracket > 0 && name.endsWith("]") ? name.substring(bracket + 1, name.length() - 1) : null;
        var segments = (key == null ? name : name.substring(0, bracket)).split("\\.", -1);
        if (segments.length > MAX_DEPTH) {
            throw Problem.field(segments[0], "is nested too deeply (maximum: %d)".formatted(MAX_DEPTH))
                    .asException();
        }
        var builder = request;
        var path = new StringBuilder();
        for (int i = 0; i < segments.length - 1; i++) {
            var field = field(builder.getDescriptorForType(), segments[i], name, i == 0);
            if (field.getJavaType() != JavaType.MESSAGE || field.isRepeated() || isValue(field)) {
                throw unknown(name);
            }
            path.append(field.getJsonName()).append('.');
            chooseOneof(builder, field, path.substring(0, path.length() - 1));
            builder = builder.getFieldBuilder(field);
        }
        var field = field(builder.getDescriptorForType(), segments[segments.length - 1], name, segments.length == 1);
        set(builder, field, path + field.getJsonName(), key, text);
    }

    private void set(Message.Builder builder, FieldDescriptor field, String path, @Nullable String key, String text) {
        if (field.isMapField()) {
            entry(builder, field, path, key, text);
            return;
        }
        if (key != null || field.getJavaType() == JavaType.MESSAGE && !isValue(field)) {
            throw Problem.field(path, "cannot be given in a query").asException();
        }
        if (field.isRepeated()) {
            var inner = field.getJavaType() == JavaType.MESSAGE ? builder.newBuilderForField(field) : null;
            builder.addRepeatedField(field, values.parse(field, path, text, inner));
            return;
        }
        if (!seen.add(path)) {
            throw Problem.field(path, "stands here twice").asException();
        }
        chooseOneof(builder, field, path);
        var inner = field.getJavaType() == JavaType.MESSAGE ? builder.newBuilderForField(field) : null;
        builder.setField(field, values.parse(field, path, text, inner));
    }

    private void entry(Message.Builder builder, FieldDescriptor field, String path, @Nullable String key, String text) {
        var keyField = field.getMessageType().findFieldByName("key");
        var valueField = field.getMessageType().findFieldByName("value");
        if (key == null || valueField.getJavaType() == JavaType.MESSAGE) {
            throw Problem.field(path, "must be given as %s[key]=value".formatted(path))
                    .asException();
        }
        if (!seen.add(path + "[" + key + "]")) {
            throw Problem.field(path, "holds a key twice").asException();
        }
        var entry = builder.newBuilderForField(field)
                .setField(keyField, values.parse(keyField, path, key, null))
                .setField(valueField, values.parse(valueField, path, text, null))
                .build();
        builder.addRepeatedField(field, entry);
    }

    private static void chooseOneof(Message.Builder builder, FieldDescriptor field, String path) {
        var oneof = field.getRealContainingOneof();
        if (oneof == null) {
            return;
        }
        var chosen = builder.getOneofFieldDescriptor(oneof);
        if (chosen != null && !chosen.equals(field)) {
            throw Problem.field(path, "excludes " + chosen.getJsonName()).asException();
        }
    }

    private FieldDescriptor field(Descriptor message, String segment, String name, boolean outermost) {
        var field = names.find(message, segment);
        if (field == null || outermost && !binding.queryFields().contains(field)) {
            throw unknown(name);
        }
        return field;
    }

    /** A message that is written as one value. */
    private static boolean isValue(FieldDescriptor field) {
        return JsonKind.of(field) != JsonKind.MESSAGE;
    }

    private static RuntimeException unknown(String name) {
        return Problem.field(name, "is no parameter of this method").asException();
    }
}
