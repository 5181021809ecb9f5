/** Events: published through an outbox, taken once for the application or by every replica; CloudEvents, topics of the contract. */
@NullMarked
package news.platform.messaging;

import org.jspecify.annotations.NullMarked;
