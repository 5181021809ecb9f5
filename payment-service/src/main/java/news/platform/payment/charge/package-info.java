/** Charges: what payment channels are asked for, and what they say. */
@NullMarked
package news.platform.payment.charge;

import org.jspecify.annotations.NullMarked;
