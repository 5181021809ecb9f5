/** Full load for minutes: what grows. */
@NullMarked
package news.platform.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
