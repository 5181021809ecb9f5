/** Rights: what is open to users for good, which nobody needs to buy. */
@NullMarked
package news.platform.mall.right;

import org.jspecify.annotations.NullMarked;
