/** Paths and queries to the fields of a request. */
@NullMarked
package news.platform.gateway.transcode.query;

import org.jspecify.annotations.NullMarked;
