/** Payments: how one goes from an order to its end, and what the others are told of it. */
@NullMarked
package news.platform.payment.intent;

import org.jspecify.annotations.NullMarked;
