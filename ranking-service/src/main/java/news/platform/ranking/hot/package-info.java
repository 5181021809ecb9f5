/** How hot something is, and the hot lists. */
@NullMarked
package news.platform.ranking.hot;

import org.jspecify.annotations.NullMarked;
