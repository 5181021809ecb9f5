/** Tests of it. */
@NullMarked
package news.platform.messaging.relay;

import org.jspecify.annotations.NullMarked;
