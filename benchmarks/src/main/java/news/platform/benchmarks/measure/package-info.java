/** What benchmarks look at: the platform, its processes, the machine, and nginx to compare with. */
@NullMarked
package news.platform.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
