/** Sessions that ended before their tokens expired, known in every replica. */
@NullMarked
package news.platform.messaging.session;

import org.jspecify.annotations.NullMarked;
