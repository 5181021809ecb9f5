/** The notification service: what users are told, where and when. */
@NullMarked
package news.platform.notification;

import org.jspecify.annotations.NullMarked;
