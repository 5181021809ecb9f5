/** Vendors of prices that are asked again and again by HTTP. */
@NullMarked
package news.platform.thirdparty.price.vendor.poll;

import org.jspecify.annotations.NullMarked;
