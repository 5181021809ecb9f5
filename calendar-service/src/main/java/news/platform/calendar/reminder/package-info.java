/** Reminders of releases. */
@NullMarked
package news.platform.calendar.reminder;

import org.jspecify.annotations.NullMarked;
