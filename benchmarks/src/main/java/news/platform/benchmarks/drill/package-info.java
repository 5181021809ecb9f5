/** Days that everybody waits for, played on the running platform: what do readers see? */
@NullMarked
package news.platform.benchmarks.drill;

import org.jspecify.annotations.NullMarked;
