package news.platform.gateway.transcode.query;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.transcode.json.FieldNames;
import news.platform.gateway.transcode.json.FieldTree;
import news.platform.gateway.transcode.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Path variables and query parameters become the fields of a request. Unknown, repeated and malformed ones are refused with
 * a 400 that names them. Needs no servlet request. Thread-safe.
 */
public final class QueryBinder {

    private final FieldNames names;
    private final TextValues values;

    public QueryBinder(FieldNames names, Json json) {
        this.names = names;
        this.values = new TextValues(json);
    }

    /**
     * @param pathValues decoded, aligned with the binding's path variables
     * @param rawQuery as it came, without the question mark
     */
    public BoundQuery bind(Method method, HttpBinding binding, List<String> pathValues, @Nullable String rawQuery) {
        var request = method.request().newBuilderForType();
        var fields = query(method, binding, request, rawQuery);
        path(binding, pathValues, request);
        return new BoundQuery(request.build(), fields);
    }

    /** Only the query; returns the wanted fields. */
    public String query(Method method, HttpBinding binding, Message.Builder request, @Nullable String rawQuery) {
        if (rawQuery == null || rawQuery.isEmpty()) {
            return "";
        }
        var target = new QueryTarget(request, binding, names, values);
        @Nullable String fields = null;
        for (var pair : rawQuery.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            var rawName = equals < 0 ? pair : pair.substring(0, equals);
            var name = PercentCoding.query(rawName);
            if (name == null) {
                throw Problem.field(rawName, "is not UTF-8 or holds a broken escape")
                        .asException();
            }
            var value = PercentCoding.query(equals < 0 ? "" : pair.substring(equals + 1));
            if (value == null) {
                throw Problem.field(name, "is not UTF-8 or holds a broken escape")
                        .asException();
            }
            if (name.equals("fields") && trims(method)) {
                if (fields != null) {
                    throw Problem.field(name, "stands here twice").asException();
                }
                fields = tree(binding, method, value).normalised();
            } else {
                target.set(name, value);
            }
        }
        return fields == null ? "" : fields;
    }

    /** One JSON document can be trimmed; of a stream each client gets the bytes that all get. */
    private static boolean trims(Method method) {
        return method.policy().produces().isEmpty() && !method.streaming();
    }

    /** Only the path. What the body says of the same field must agree. */
    public void path(HttpBinding binding, List<String> pathValues, Message.Builder request) {
        for (int i = 0; i < pathValues.size(); i++) {
            var path = binding.pathVariables().get(i);
            var builder = request;
            for (var outer : path.fields().subList(0, path.fields().size() - 1)) {
                builder = builder.getFieldBuilder(outer);
            }
            var value = values.parse(path.last(), path.text(), pathValues.get(i), null);
            var before = builder.getField(path.last());
            if (!before.equals(path.last().getDefaultValue()) && !before.equals(value)) {
                throw Problem.field(path.text(), "differs from the one in the address")
                        .asException();
            }
            builder.setField(path.last(), value);
        }
    }

    /** One field of the request, from what has a name of its own. */
    public void set(Message.Builder request, FieldDescriptor field, String name, String text) {
        request.setField(field, values.parse(field, name, text, null));
    }

    /** The tree that the normalised text stands for. */
    public FieldTree tree(HttpBinding binding, Method method, String fields) {
        return FieldTree.parse(
                fields,
                binding.responseBody()
                        .map(field -> field.getMessageType())
                        .orElse(method.response().getDescriptorForType()));
    }
}
