/** The ledger: each movement of money, once and for good. */
@NullMarked
package news.platform.payment.ledger;

import org.jspecify.annotations.NullMarked;
