/** Consumers of the whole application: a group and an inbox for each handler, retries, dead letters, replay. */
@NullMarked
package news.platform.messaging.group;

import org.jspecify.annotations.NullMarked;
