/** The calendar for other calendars. */
@NullMarked
package news.platform.calendar.feed;

import org.jspecify.annotations.NullMarked;
