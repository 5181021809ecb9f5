/** What readers follow. */
@NullMarked
package news.platform.ranking.follow;

import org.jspecify.annotations.NullMarked;
