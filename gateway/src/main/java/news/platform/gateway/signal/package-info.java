/** What the edge answers by itself and sends on as events that may be lost. */
@NullMarked
package news.platform.gateway.signal;

import org.jspecify.annotations.NullMarked;
