/** Requests that nobody should send, against the running edge. */
@NullMarked
package news.platform.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;
