/** What users watch. */
@NullMarked
package news.platform.market.watchlist;

import org.jspecify.annotations.NullMarked;
