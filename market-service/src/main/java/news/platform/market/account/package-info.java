/** What becomes of what users have here. */
@NullMarked
package news.platform.market.account;

import org.jspecify.annotations.NullMarked;
