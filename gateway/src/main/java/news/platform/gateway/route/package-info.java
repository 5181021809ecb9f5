/** A request's path finds its method; the method's handler is here. */
@NullMarked
package news.platform.gateway.route;

import org.jspecify.annotations.NullMarked;
