package news.platform.gateway.transcode.json;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One open object or array of a body: what it is by the contract and how far it has been read. */
final class JsonPlace {

    private enum Shape {
        MESSAGE,
        MAP,
        LIST,
        FREE_OBJECT,
        FREE_ARRAY
    }

    final @Nullable JsonPlace outer;
    final int depth;
    private final Shape shape;
    private final FieldNames names;
    private final Map<String, FieldDescriptor> fields;
    private final Set<String> seen = new HashSet<>();
    private final Map<OneofDescriptor, FieldDescriptor> chosen = new HashMap<>();
    private @Nullable FieldDescriptor field;
    private @Nullable String key;
    private int index = -1;

    private JsonPlace(
            @Nullable JsonPlace outer,
            Shape shape,
            FieldNames names,
            Map<String, FieldDescriptor> fields,
            @Nullable FieldDescriptor field) {
        this.outer = outer;
        this.depth = outer == null ? 1 : outer.depth + 1;
        this.shape = shape;
        this.names = names;
        this.fields = fields;
        this.field = field;
    }

    static JsonPlace root(Descriptor message, FieldNames names) {
        return JsonKind.of(message) == JsonKind.MESSAGE
                ? new JsonPlace(null, Shape.MESSAGE, names, names.of(message), null)
                : new JsonPlace(null, Shape.FREE_OBJECT, names, Map.of(), null);
    }

    /** The place that an object or an array opens here. */
    JsonPlace open(boolean array) {
        var of = field;
        if (of == null || shape == Shape.FREE_ARRAY || shape == Shape.FREE_OBJECT) {
            return free(array);
        }
        if (shape == Shape.MESSAGE && of.isMapField()) {
            return new JsonPlace(
                    this, Shape.MAP, names, Map.of(), of.getMessageType().findFieldByName("value"));
        }
        if (shape == Shape.MESSAGE && of.isRepeated()) {
            return new JsonPlace(this, Shape.LIST, names, Map.of(), of);
        }
        return JsonKind.of(of) == JsonKind.MESSAGE
                ? new JsonPlace(this, Shape.MESSAGE, names, names.of(of.getMessageType()), null)
                : free(array);
    }

    private JsonPlace free(boolean array) {
        return new JsonPlace(this, array ? Shape.FREE_ARRAY : Shape.FREE_OBJECT, names, Map.of(), null);
    }

    /** A name was read. Returns what is wrong with it, null for nothing. */
    @Nullable
    String name(String name) {
        key = name;
        if (shape == Shape.MESSAGE) {
            field = fields.get(name);
            if (field == null) {
                return "is no field here";
            }
            key = field.getJsonName();
        }
        if (shape == Shape.MAP && field != null && !ValueText.acceptsKey(keyField(field), name)) {
            return "is no key of this map";
        }
        return seen.add(key) ? null : "stands here twice";
    }

    private static FieldDescriptor keyField(FieldDescriptor value) {
        return value.getContainingType().findFieldByName("key");
    }

    /** A value begins; null stands for none. Returns what is wrong with it, null for nothing. */
    @Nullable
    String value(boolean isNull) {
        index++;
        var of = field;
        if (of == null || shape != Shape.MESSAGE || isNull || of.getRealContainingOneof() == null) {
            return null;
        }
        var other = chosen.put(of.getRealContainingOneof(), of);
        return other == null
                ? null
                : "cannot be there beside %s, only one of the two may".formatted(other.getJsonName());
    }

    /** Goes where the parser is, which may have read a name that we were not told. */
    void move(@Nullable String name, int at) {
        index = at;
        if (name != null) {
            name(name);
        }
    }

    /** What the value here must be. */
    JsonKind kind() {
        var of = field;
        if (of == null || shape == Shape.FREE_ARRAY || shape == Shape.FREE_OBJECT) {
            return JsonKind.ANYTHING;
        }
        if (shape == Shape.MESSAGE && of.isMapField()) {
            return JsonKind.OBJECT;
        }
        return shape == Shape.MESSAGE && of.isRepeated() ? JsonKind.ARRAY : JsonKind.of(of);
    }

    /** The field whose value is read, null where it is free JSON. */
    @Nullable
    FieldDescriptor field() {
        return field;
    }

    /** As clients write it, e.g. {@code article.channelIds[2]}; empty at the outermost. */
    String path() {
        var before = outer == null ? "" : outer.path();
        if (shape == Shape.LIST || shape == Shape.FREE_ARRAY) {
            return index < 0 ? before : before + "[" + index + "]";
        }
        if (key == null) {
            return before;
        }
        return before.isEmpty() ? key : before + "." + key;
    }
}
