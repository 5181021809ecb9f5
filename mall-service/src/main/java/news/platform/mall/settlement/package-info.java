/** What others tell of orders: that money came or went, that what was bought is open. */
@NullMarked
package news.platform.mall.settlement;

import org.jspecify.annotations.NullMarked;
