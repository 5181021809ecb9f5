/** Calls of streaming methods, by the gateway itself. */
@NullMarked
package news.platform.gateway.stream.source;

import org.jspecify.annotations.NullMarked;
