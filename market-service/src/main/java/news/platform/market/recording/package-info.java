/** What becomes of ticks once, whichever replica has them. */
@NullMarked
package news.platform.market.recording;

import org.jspecify.annotations.NullMarked;
