/** The chart, checked. */
@NullMarked
package news.platform.helm;

import org.jspecify.annotations.NullMarked;
