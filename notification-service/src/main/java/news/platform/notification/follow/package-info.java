/** Who follows what, as user-service tells it. */
@NullMarked
package news.platform.notification.follow;

import org.jspecify.annotations.NullMarked;
