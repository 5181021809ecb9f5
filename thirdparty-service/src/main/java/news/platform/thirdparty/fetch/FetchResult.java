package news.platform.thirdparty.fetch;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a fetch ended. It never throws for what a remote host does. */
public sealed interface FetchResult {

    /**
     * A body.
     *
     * @param base what relative references in it are resolved against
     * @param bytes decompressed
     * @param contentType the header as sent
     */
    record Content(
            URI base,
            byte[] bytes,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified) implements FetchResult {}

    /** The copy that is here already is the newest. */
    record NotModified() implements FetchResult {}

    /**
     * No body.
     *
     * @param detail for a person to read
     * @param retryAfter how long the host asked to be left alone
     */
    record Failed(
            FetchFailure reason, String detail, @Nullable Duration retryAfter) implements FetchResult {}
}
