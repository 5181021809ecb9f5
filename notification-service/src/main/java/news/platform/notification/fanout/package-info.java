/** Telling a story to everybody whom it concerns. */
@NullMarked
package news.platform.notification.fanout;

import org.jspecify.annotations.NullMarked;
