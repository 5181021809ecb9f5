/** Stands in for platform-messaging. */
@NullMarked
package news.platform.messaging;

import org.jspecify.annotations.NullMarked;
