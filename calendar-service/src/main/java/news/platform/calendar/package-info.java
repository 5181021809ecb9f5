/** The calendar service. */
@NullMarked
package news.platform.calendar;

import org.jspecify.annotations.NullMarked;
