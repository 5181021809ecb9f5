/** Streams in mode log: a ring of what came last, in which each client has a place. */
@NullMarked
package news.platform.gateway.stream.log;

import org.jspecify.annotations.NullMarked;
