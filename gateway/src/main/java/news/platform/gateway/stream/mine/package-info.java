/** Streams in mode mine: what is for the client's own user. */
@NullMarked
package news.platform.gateway.stream.mine;

import org.jspecify.annotations.NullMarked;
