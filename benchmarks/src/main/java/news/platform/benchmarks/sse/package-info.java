/** Clients of event streams, thousands of them, and what each of them heard. */
@NullMarked
package news.platform.benchmarks.sse;

import org.jspecify.annotations.NullMarked;
