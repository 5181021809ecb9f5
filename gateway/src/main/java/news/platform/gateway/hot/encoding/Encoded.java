package news.platform.gateway.hot.encoding;

import org.jspecify.annotations.Nullable;

/**
 * An answer's bytes as they are sent.
 *
 * @param body not to be changed
 * @param contentEncoding null for none
 * @param etag strong, with its quotes
 */
public record Encoded(byte[] body, @Nullable String contentEncoding, String etag) {}
