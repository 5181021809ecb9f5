/** Bounded, address-checked HTTP to hosts that nobody here controls. */
@NullMarked
package news.platform.thirdparty.fetch;

import org.jspecify.annotations.NullMarked;
