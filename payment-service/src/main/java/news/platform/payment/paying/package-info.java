/** Paying: how a reader begins to pay an order and hears how it went. */
@NullMarked
package news.platform.payment.paying;

import org.jspecify.annotations.NullMarked;
