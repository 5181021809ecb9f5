/** What the contract says of events and of the topics that they go to, read from its descriptors. */
@NullMarked
package news.platform.event;

import org.jspecify.annotations.NullMarked;
