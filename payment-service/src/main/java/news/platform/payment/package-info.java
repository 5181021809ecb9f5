/** The payment service: payments of orders, refunds, and the ledger of it all. */
@NullMarked
package news.platform.payment;

import org.jspecify.annotations.NullMarked;
