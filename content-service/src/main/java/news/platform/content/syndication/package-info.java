/** Channels for feed readers. */
@NullMarked
package news.platform.content.syndication;

import org.jspecify.annotations.NullMarked;
