/** What may be lost, by the thousand: sent without an outbox, taken in batches. */
@NullMarked
package news.platform.messaging.signal;

import org.jspecify.annotations.NullMarked;
