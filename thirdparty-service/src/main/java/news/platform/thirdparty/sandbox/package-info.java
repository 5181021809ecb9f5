/** The sandbox: a payment channel without money. */
@NullMarked
package news.platform.thirdparty.sandbox;

import org.jspecify.annotations.NullMarked;
