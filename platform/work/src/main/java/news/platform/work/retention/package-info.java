/** What becomes of old rows. */
@NullMarked
package news.platform.work.retention;

import org.jspecify.annotations.NullMarked;
