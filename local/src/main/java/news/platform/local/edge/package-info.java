/** What the launcher asks of the gateway, as any client would. */
@NullMarked
package news.platform.local.edge;

import org.jspecify.annotations.NullMarked;
