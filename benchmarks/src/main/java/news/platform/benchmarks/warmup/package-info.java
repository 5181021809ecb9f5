/** How soon a started gateway is ready and fast. */
@NullMarked
package news.platform.benchmarks.warmup;

import org.jspecify.annotations.NullMarked;
