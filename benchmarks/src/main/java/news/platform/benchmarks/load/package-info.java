/** Generators of load, closed and open, and what they saw. */
@NullMarked
package news.platform.benchmarks.load;

import org.jspecify.annotations.NullMarked;
