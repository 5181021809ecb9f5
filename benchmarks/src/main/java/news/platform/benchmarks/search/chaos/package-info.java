/** Searching while parts are killed. */
@NullMarked
package news.platform.benchmarks.search.chaos;

import org.jspecify.annotations.NullMarked;
