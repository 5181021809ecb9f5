/** Searching under load. */
@NullMarked
package news.platform.benchmarks.search.load;

import org.jspecify.annotations.NullMarked;
