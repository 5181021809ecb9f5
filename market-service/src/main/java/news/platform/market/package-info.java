/** The market service. */
@NullMarked
package news.platform.market;

import org.jspecify.annotations.NullMarked;
