/** The channels as content-service tells them. */
@NullMarked
package news.platform.livenews.channel;

import org.jspecify.annotations.NullMarked;
