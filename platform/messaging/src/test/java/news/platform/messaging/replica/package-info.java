/** Tests of it. */
@NullMarked
package news.platform.messaging.replica;

import org.jspecify.annotations.NullMarked;
