/** Counts views, which come as signals. */
@NullMarked
package news.platform.views;

import org.jspecify.annotations.NullMarked;
