/** Public reads through the gateway beside nginx: rates, latencies and what a request costs. */
@NullMarked
package news.platform.benchmarks.read;

import org.jspecify.annotations.NullMarked;
