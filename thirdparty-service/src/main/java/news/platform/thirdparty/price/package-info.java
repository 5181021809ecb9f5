/** Vendors of prices. */
@NullMarked
package news.platform.thirdparty.price;

import org.jspecify.annotations.NullMarked;
