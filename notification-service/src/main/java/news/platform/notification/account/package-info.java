/** Accounts that are no more. */
@NullMarked
package news.platform.notification.account;

import org.jspecify.annotations.NullMarked;
