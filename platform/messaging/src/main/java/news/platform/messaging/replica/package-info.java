/** Events that every replica takes, for what it has in memory. */
@NullMarked
package news.platform.messaging.replica;

import org.jspecify.annotations.NullMarked;
