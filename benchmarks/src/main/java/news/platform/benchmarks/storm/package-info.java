/** Killing what runs. */
@NullMarked
package news.platform.benchmarks.storm;

import org.jspecify.annotations.NullMarked;
