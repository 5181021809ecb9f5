/** How the outbox is emptied into the broker: one relay a database, in order for each subject, past what cannot be sent. */
@NullMarked
package news.platform.messaging.relay;

import org.jspecify.annotations.NullMarked;
