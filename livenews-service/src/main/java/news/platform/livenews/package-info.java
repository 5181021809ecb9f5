/** The livenews service: the 7×24 live news. */
@NullMarked
package news.platform.livenews;

import org.jspecify.annotations.NullMarked;
