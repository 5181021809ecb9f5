/** Events: outbox, ordered relay, CloudEvents, inbox, dead letters. */
@NullMarked
package news.platform.messaging;

import org.jspecify.annotations.NullMarked;
