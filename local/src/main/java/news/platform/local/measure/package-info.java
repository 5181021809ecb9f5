/** What benchmarks look at: the platform, its processes, the machine, and nginx to compare with. */
@NullMarked
package news.platform.local.measure;

import org.jspecify.annotations.NullMarked;
