/** Requests that a client should not send, and whether the edge bears them. */
@NullMarked
package news.platform.fuzz;

import org.jspecify.annotations.NullMarked;
