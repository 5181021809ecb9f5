/** Items from outside become articles. */
@NullMarked
package news.platform.content.feed;

import org.jspecify.annotations.NullMarked;
