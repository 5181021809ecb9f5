/** When releases come by their rules. */
@NullMarked
package news.platform.calendar.rule;

import org.jspecify.annotations.NullMarked;
