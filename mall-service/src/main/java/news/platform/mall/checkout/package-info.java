/** What users do with orders, and what payment-service asks of them. */
@NullMarked
package news.platform.mall.checkout;

import org.jspecify.annotations.NullMarked;
