/** Requests that nobody should send, against the running edge. */
@NullMarked
package news.platform.local.bench.fuzz;

import org.jspecify.annotations.NullMarked;
