/** A folder of feeds, read as a poll would read them: {@code ./news trial-feeds}. */
@NullMarked
package news.platform.thirdparty.trial;

import org.jspecify.annotations.NullMarked;
