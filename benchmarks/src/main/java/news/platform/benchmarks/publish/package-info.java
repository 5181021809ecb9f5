/** Lives that are published for a benchmark, and whether all clients of their stream heard of them. */
@NullMarked
package news.platform.benchmarks.publish;

import org.jspecify.annotations.NullMarked;
