/** Lives as readers get them: one by one, and in lists. */
@NullMarked
package news.platform.livenews.reading;

import org.jspecify.annotations.NullMarked;
