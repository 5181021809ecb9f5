/** Connections that are only written to: no thread each, no buffers while nothing is to be told. Knows nothing of what is told. */
@NullMarked
package news.platform.gateway.stream.wire;

import org.jspecify.annotations.NullMarked;
