/** Releases that users asked to be reminded of become stories. */
@NullMarked
package news.platform.notification.calendar;

import org.jspecify.annotations.NullMarked;
