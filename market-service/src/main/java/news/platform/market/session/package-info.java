/** When exchanges trade. */
@NullMarked
package news.platform.market.session;

import org.jspecify.annotations.NullMarked;
