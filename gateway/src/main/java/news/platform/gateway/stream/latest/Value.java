package news.platform.gateway.stream.latest;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.function.Function;

/** What a key has since a change, the changes being numbered; its bytes are made when the first client wants them. */
final class Value {

    private final long change;
    private final Message message;
    private byte[] json = {};
    private byte[] outdated = {};

    Value(long change, Message message) {
        this.change = change;
        this.message = message;
    }

    long change() {
        return change;
    }

    /** The same, to be told again by this change. */
    Value at(long later) {
        return new Value(later, message);
    }

    synchronized byte[] json(Function<Message, byte[]> writer) {
        if (json.length == 0) {
            json = writer.apply(message);
        }
        return json;
    }

    /** The same, saying by this field that it may not be so any more. */
    synchronized byte[] outdated(FieldDescriptor field, Function<Message, byte[]> writer) {
        if (outdated.length == 0) {
            outdated = writer.apply(message.toBuilder().setField(field, true).build());
        }
        return outdated;
    }
}
