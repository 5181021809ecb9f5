/** Clients that take their time, and what readers notice of them. */
@NullMarked
package news.platform.benchmarks.slow;

import org.jspecify.annotations.NullMarked;
