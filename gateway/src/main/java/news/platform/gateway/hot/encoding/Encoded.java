package news.platform.gateway.hot.encoding;

import news.platform.gateway.header.HeaderLines;
import org.jspecify.annotations.Nullable;

/**
 * An answer's bytes as they are sent.
 *
 * @param body not to be changed
 * @param contentEncoding null for none
 * @param etag strong, with its quotes
 * @param tagLine the header that tells it
 */
public record Encoded(byte[] body, @Nullable String contentEncoding, String etag, HeaderLines tagLine) {

    public Encoded(byte[] body, @Nullable String contentEncoding, String etag) {
        this(body, contentEncoding, etag, HeaderLines.of("ETag", etag));
    }
}
