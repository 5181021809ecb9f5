/** What a vendor of prices is: asked for ticks, guarded, recorded. */
@NullMarked
package news.platform.thirdparty.price.vendor;

import org.jspecify.annotations.NullMarked;
