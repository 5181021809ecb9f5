/** What can be bought, and what becomes of orders. */
@NullMarked
package news.platform.mall;

import org.jspecify.annotations.NullMarked;
