/** What users are told of what they bought: payments, money that is back, memberships that end. */
@NullMarked
package news.platform.notification.purchase;

import org.jspecify.annotations.NullMarked;
