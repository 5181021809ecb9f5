/** What {@code ./news bench} can do; each benchmark has a package of its own. */
@NullMarked
package news.platform.benchmarks;

import org.jspecify.annotations.NullMarked;
