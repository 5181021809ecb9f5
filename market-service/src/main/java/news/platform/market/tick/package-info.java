/** Trades as vendors tell them. */
@NullMarked
package news.platform.market.tick;

import org.jspecify.annotations.NullMarked;
