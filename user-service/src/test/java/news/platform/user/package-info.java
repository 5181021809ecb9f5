/** What tests of several features share: a visitor, the events that were published, the rules of the architecture. */
@NullMarked
package news.platform.user;

import org.jspecify.annotations.NullMarked;
