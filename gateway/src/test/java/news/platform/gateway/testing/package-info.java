/** What the edge's tests share: the services' twins and a client. */
@NullMarked
package news.platform.gateway.testing;

import org.jspecify.annotations.NullMarked;
