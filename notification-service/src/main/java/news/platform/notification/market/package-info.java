/** Prices that users asked to be told of become stories. */
@NullMarked
package news.platform.notification.market;

import org.jspecify.annotations.NullMarked;
