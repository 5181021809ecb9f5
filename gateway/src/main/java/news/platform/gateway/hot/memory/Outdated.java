package news.platform.gateway.hot.memory;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import news.platform.gateway.contract.FieldPath;
import news.platform.gateway.contract.Method;

/** What a last good answer says of itself, where the contract has fields for it. */
public final class Outdated {

    private final List<FieldPath> paths;

    public Outdated(Method method, List<String> outdatedPaths) {
        this.paths = outdatedPaths.stream()
                .map(path -> FieldPath.of(method.descriptor().getOutputType(), path)
                        .orElseThrow(() -> new IllegalArgumentException(
                                method.name() + ": outdated path " + path + " (expected: a field of the response)")))
                .toList();
    }

    /** Whether a last good answer cannot say that it is one: then nothing but what was rendered of it need be kept. */
    public boolean saysNothing() {
        return paths.isEmpty();
    }

    /** The answer as a last good one: equal to it where it says so already, or can say nothing. */
    public Message of(Message answer) {
        if (saysNothing()) {
            return answer;
        }
        var marked = answer.toBuilder();
        paths.forEach(path -> mark(marked, path.fields()));
        return marked.build();
    }

    private static void mark(Message.Builder message, List<FieldDescriptor> fields) {
        FieldDescriptor field = fields.getFirst();
        List<FieldDescriptor> rest = fields.subList(1, fields.size());
        if (rest.isEmpty()) {
            message.setField(field, true);
        } else if (field.isRepeated()) {
            for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
                var element = ((Message) message.getRepeatedField(field, i)).toBuilder();
                mark(element, rest);
                message.setRepeatedField(field, i, element.build());
            }
        } else if (message.hasField(field)) {
            mark(message.getFieldBuilder(field), rest);
        }
    }
}
