/** Sums of money, exact. */
@NullMarked
package news.platform.mall.money;

import org.jspecify.annotations.NullMarked;
