/** What instruments cost over time. */
@NullMarked
package news.platform.market.candle;

import org.jspecify.annotations.NullMarked;
