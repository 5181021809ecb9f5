/** Where users can be reached, as user-service tells it. */
@NullMarked
package news.platform.notification.contact;

import org.jspecify.annotations.NullMarked;
