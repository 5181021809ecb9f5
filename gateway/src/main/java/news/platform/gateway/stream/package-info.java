/** A stream of messages becomes server-sent events. */
@NullMarked
package news.platform.gateway.stream;

import org.jspecify.annotations.NullMarked;
