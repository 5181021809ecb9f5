package news.platform.gateway.hot.memory;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.platform.gateway.contract.FieldPath;
import news.platform.gateway.contract.Method;

/** The ids of what an answer shows, found where the contract says. */
public final class Tags {

    private final List<FieldPath> paths;

    public Tags(Method method, List<String> tagPaths) {
        this.paths = tagPaths.stream()
                .map(path -> FieldPath.of(method.descriptor().getOutputType(), path)
                        .orElseThrow(() -> new IllegalArgumentException(
                                method.name() + ": tag path " + path + " (expected: a field of the response)")))
                .toList();
    }

    /** Adds what the answer shows. */
    public void collect(Message answer, Set<String> into) {
        for (FieldPath path : paths) {
            collect(answer, path.fields(), 0, into);
        }
    }

    /** The ids that the path of the request names. */
    public static Set<String> ofPath(Message request, List<FieldPath> variables) {
        Set<String> tags = new HashSet<>();
        for (FieldPath variable : variables) {
            collect(request, variable.fields(), 0, tags);
        }
        return tags;
    }

    private static void collect(Message message, List<FieldDescriptor> fields, int at, Set<String> into) {
        FieldDescriptor field = fields.get(at);
        if (field.isRepeated()) {
            for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
                take(message.getRepeatedField(field, i), fields, at, into);
            }
        } else if (!field.hasPresence() || message.hasField(field)) {
            take(message.getField(field), fields, at, into);
        }
    }

    private static void take(Object value, List<FieldDescriptor> fields, int at, Set<String> into) {
        if (at < fields.size() - 1) {
            collect((Message) value, fields, at + 1, into);
            return;
        }
        String tag = value.toString();
        if (!tag.isEmpty()) {
            into.add(tag);
        }
    }
}
