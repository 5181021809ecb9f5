/** Refunds: money on its way back to its payer. */
@NullMarked
package news.platform.payment.refund;

import org.jspecify.annotations.NullMarked;
