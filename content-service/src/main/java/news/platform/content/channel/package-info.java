/** The tree of channels. */
@NullMarked
package news.platform.content.channel;

import org.jspecify.annotations.NullMarked;
