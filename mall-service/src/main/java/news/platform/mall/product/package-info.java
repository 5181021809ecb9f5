/** The catalogue: what can be bought, for how much, and how much of it is left. */
@NullMarked
package news.platform.mall.product;

import org.jspecify.annotations.NullMarked;
