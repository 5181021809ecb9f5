/** The methods whose answers may be kept, with what follows from their policies, and what is counted of them. */
@NullMarked
package news.platform.gateway.hot.method;

import org.jspecify.annotations.NullMarked;
