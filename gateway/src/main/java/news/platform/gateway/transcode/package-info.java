/** HTTP and JSON to messages and back, by the proto3 JSON mapping, strictly. */
@NullMarked
package news.platform.gateway.transcode;

import org.jspecify.annotations.NullMarked;
