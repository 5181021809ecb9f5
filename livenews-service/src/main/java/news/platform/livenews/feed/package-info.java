/** Items from outside become lives. */
@NullMarked
package news.platform.livenews.feed;

import org.jspecify.annotations.NullMarked;
