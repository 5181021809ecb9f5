/** From the bytes of a feed, whatever they are, to clean items or a clear refusal. */
@NullMarked
package news.platform.thirdparty.parse;

import org.jspecify.annotations.NullMarked;
