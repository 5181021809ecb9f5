/** What instruments cost now. */
@NullMarked
package news.platform.market.quote;

import org.jspecify.annotations.NullMarked;
