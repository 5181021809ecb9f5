/** Tests of it. */
@NullMarked
package news.platform.messaging.group;

import org.jspecify.annotations.NullMarked;
