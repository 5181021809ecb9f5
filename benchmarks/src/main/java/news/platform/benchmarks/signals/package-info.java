/** {@code ./news bench signals}. */
@NullMarked
package news.platform.benchmarks.signals;

import org.jspecify.annotations.NullMarked;
