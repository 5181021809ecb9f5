/** Releases and their figures. */
@NullMarked
package news.platform.calendar.release;

import org.jspecify.annotations.NullMarked;
