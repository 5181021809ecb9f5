package news.platform.gateway.transcode.json;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Fields by either of their names, snake_case or lowerCamelCase; each message's table is made once. Thread-safe. */
public final class FieldNames {

    private final Map<Descriptor, Map<String, FieldDescriptor>> tables = new ConcurrentHashMap<>();

    /** Null where the message has no such field. */
    public @Nullable FieldDescriptor find(Descriptor message, String name) {
        return of(message).get(name);
    }

    /** All fields of the message, each by both names. */
    Map<String, FieldDescriptor> of(Descriptor message) {
        var table = tables.get(message);
        return table == null ? tables.computeIfAbsent(message, FieldNames::table) : table;
    }

    private static Map<String, FieldDescriptor> table(Descriptor message) {
        var table = new HashMap<String, FieldDescriptor>();
        for (var field : message.getFields()) {
            table.put(field.getName(), field);
            table.put(field.getJsonName(), field);
        }
        return Map.copyOf(table);
    }
}
