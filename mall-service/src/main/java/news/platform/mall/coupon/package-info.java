/** What makes orders cheaper, never more often than it may. */
@NullMarked
package news.platform.mall.coupon;

import org.jspecify.annotations.NullMarked;
