/** The devices that are pushed to. */
@NullMarked
package news.platform.notification.device;

import org.jspecify.annotations.NullMarked;
