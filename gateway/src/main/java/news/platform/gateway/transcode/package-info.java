/** A whole HTTP request to a message that keeps the rules of its contract, by the proto3 JSON mapping. */
@NullMarked
package news.platform.gateway.transcode;

import org.jspecify.annotations.NullMarked;
