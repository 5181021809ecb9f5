/** A live from publication to withdrawal. */
@NullMarked
package news.platform.livenews.live;

import org.jspecify.annotations.NullMarked;
