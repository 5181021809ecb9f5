/** The comment service: what readers say and like. */
@NullMarked
package news.platform.comment;

import org.jspecify.annotations.NullMarked;
