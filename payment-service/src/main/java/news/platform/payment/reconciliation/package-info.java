/** Reconciliation: what channels booked, held against what is kept here. */
@NullMarked
package news.platform.payment.reconciliation;

import org.jspecify.annotations.NullMarked;
