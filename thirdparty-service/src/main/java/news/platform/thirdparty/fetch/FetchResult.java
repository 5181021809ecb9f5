package news.platform.thirdparty.fetch;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a fetch ended. It never throws for what a remote host does. */
public sealed interface FetchResult {
    /** The same, found at an address that the one asked for has moved to for good. */
    FetchResult from(@Nullable URI movedTo);

    /**
     * A body.
     *
     * @param base what relative references in it are resolved against
     * @param bytes decompressed
     * @param contentType the header as sent
     * @param movedTo where the host wants to be asked from now on (301, 308), canonical; null where it was asked
     */
    record Content(
            URI base,
            byte[] bytes,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable URI movedTo)
            implements FetchResult {
        @Override
        public Content from(@Nullable URI address) {
            return new Content(base, bytes, contentType, etag, lastModified, address);
        }
    }

    /**
     * The copy that is here already is the newest.
     *
     * @param movedTo as of a body
     */
    record NotModified(@Nullable URI movedTo) implements FetchResult {
        @Override
        public NotModified from(@Nullable URI address) {
            return new NotModified(address);
        }
    }

    /**
     * No body.
     *
     * @param detail for a person to read
     * @param retryAfter how long the host asked to be left alone
     */
    record Failed(
            FetchFailure reason, String detail, @Nullable Duration retryAfter) implements FetchResult {
        @Override
        public Failed from(@Nullable URI address) {
            return this;
        }
    }
}
