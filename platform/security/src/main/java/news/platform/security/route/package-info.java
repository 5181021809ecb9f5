/** The lock on the plain HTTP of a service: its routes in the table and nothing else, the gateway and hardly anybody else. */
@NullMarked
package news.platform.security.route;

import org.jspecify.annotations.NullMarked;
