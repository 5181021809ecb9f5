/** What becomes of what users have here. */
@NullMarked
package news.platform.calendar.account;

import org.jspecify.annotations.NullMarked;
