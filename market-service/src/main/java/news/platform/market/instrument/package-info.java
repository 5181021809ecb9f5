/** What is traded. */
@NullMarked
package news.platform.market.instrument;

import org.jspecify.annotations.NullMarked;
