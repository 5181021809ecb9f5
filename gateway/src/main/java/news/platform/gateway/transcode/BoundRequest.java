package news.platform.gateway.transcode;

import com.google.protobuf.Message;
import java.util.List;

/**
 * What a whole HTTP request asks for.
 *
 * @param alternatives the same request under each etag that it is conditional on, at least one; the first one that is
 *     current counts
 * @param fields the wanted fields, normalised, empty for all
 */
public record BoundRequest(List<Message> alternatives, String fields) {

    public BoundRequest {
        alternatives = List.copyOf(alternatives);
    }

    /** The only request of a read, which has no condition. */
    public Message request() {
        return alternatives.getFirst();
    }
}
