package news.platform.gateway.answer;

import com.google.protobuf.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.security.Audience;
import org.jspecify.annotations.Nullable;

/**
 * What was answered, rendered once.
 *
 * @param status the HTTP status
 * @param contentType of the body
 * @param headers that the service says itself
 * @param body not compressed; not to be changed
 * @param etag the value of the answer's own etag field, empty where it has none
 * @param message the whole answer of a success; empty for a problem, and where it is not needed any more
 * @param noStore the service forbids to keep it
 * @param maxAge for how long it may be kept where the service says that of this one; empty where it does not
 * @param degraded the services without which it was made
 * @param audience for whom it is good where that varies by entitlement, empty where the service does not say
 * @param retryAfter when trying again may help
 */
public record Answer(
        int status,
        String contentType,
        Map<String, String> headers,
        byte[] body,
        String etag,
        Optional<Message> message,
        boolean noStore,
        Optional<Duration> maxAge,
        List<String> degraded,
        Optional<Audience> audience,
        Optional<Duration> retryAfter) {

    public Answer {
        headers = Map.copyOf(headers);
        degraded = List.copyOf(degraded);
    }

    /** The same answer, saying this instead. */
    public Answer saying(Message other, byte[] rendered) {
        return with(rendered, Optional.of(other));
    }

    /** The same answer as it was rendered: its message is some hundred objects, which each collection would copy for as long as they are kept. */
    public Answer withoutMessage() {
        return with(body, Optional.empty());
    }

    private Answer with(byte[] rendered, Optional<Message> said) {
        return new Answer(
                status, contentType, headers, rendered, etag, said, noStore, maxAge, degraded, audience, retryAfter);
    }

    /** Since when it says what it says; null where the service does not say. */
    public @Nullable String lastModified() {
        return headers.get("Last-Modified");
    }
}
