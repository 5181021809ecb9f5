/** The platform's events as every replica of the edge sees them: all of them, from now on, in milliseconds. */
@NullMarked
package news.platform.gateway.event;

import org.jspecify.annotations.NullMarked;
