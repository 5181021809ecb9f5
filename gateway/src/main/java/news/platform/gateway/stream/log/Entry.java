package news.platform.gateway.stream.log;

import com.google.protobuf.Message;
import java.util.function.Function;
import news.platform.gateway.stream.wire.Sse;
import org.jspecify.annotations.Nullable;

/** One message in a ring: what filters look at, and its bytes once somebody wants them. Guarded by its ring. */
final class Entry {

    private final long position;
    private final String type;
    private final int weight;
    private final Function<Message, byte[]> json;
    private Wanted.@Nullable Values values;
    private @Nullable Message data;
    private byte[] rendered = {};

    Entry(long position, String type, Message data, Function<Message, byte[]> json, Wanted.Values values) {
        this.position = position;
        this.type = type;
        this.data = data;
        this.json = json;
        this.values = values;
        this.weight = data.getSerializedSize();
    }

    long position() {
        return position;
    }

    /** About how many bytes it is. */
    int weight() {
        return weight;
    }

    boolean passes(Wanted wanted) {
        return values != null && wanted.passes(values);
    }

    /** Nobody is told it any more. */
    void takeBack() {
        values = null;
        data = null;
        rendered = new byte[0];
    }

    byte[] bytes() {
        if (data != null) {
            rendered = Sse.event(Long.toString(position), type, json.apply(data));
            data = null;
        }
        return rendered;
    }
}
