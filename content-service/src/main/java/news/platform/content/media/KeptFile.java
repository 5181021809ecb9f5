package news.platform.content.media;

import java.time.Instant;

/**
 * What conditions and ranges of a request are held against.
 *
 * @param tag strong, in quotes
 * @param modified in whole seconds
 * @param size in bytes
 */
record KeptFile(String tag, Instant modified, long size) {}
